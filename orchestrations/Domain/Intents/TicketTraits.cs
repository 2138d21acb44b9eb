namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>What can be seen in a ticket's text without a model. Whatever a model says, these only ever stop automation or are asked for beside it.</summary>
public static class TicketTraits
{
    /// <summary>Written by a program (alert, job failure, backup report): never answered, routed.</summary>
    public const string Machine = "machine";

    /// <summary>Tells of work that was done already.</summary>
    public const string AlreadyDone = "already-done";

    /// <summary>Asks for somebody else.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>Asks for several things.</summary>
    public const string SeveralRequests = "several-requests";

    /// <summary>Too short to know.</summary>
    public const string TooShort = "too-short";

    /// <summary>Looks like a notice of a provider that asks to act.</summary>
    public const string ProviderNotice = "provider-notice";

    /// <summary>Several people or a site cannot work: one shared cause.</summary>
    public const string ManyAffected = "many-affected";

    /// <summary>Title and text speak of different things.</summary>
    public const string TitleContradictsText = "title-contradicts-text";

    /// <summary>Asks not to do, or to take back, what its words name (do not delete yet, re-enable until Friday).</summary>
    public const string Inverted = "inverted";

    /// <summary>Addresses the machine that reads it, or carries instructions to it.</summary>
    public const string AddressesTheMachine = "addresses-the-machine";

    /// <summary>Asks for a person.</summary>
    public const string WantsPerson = "wants-person";

    /// <summary>Asks that an existing guest account is taken away, and nothing else about guests: the one request about them for which a runbook acts.</summary>
    public const string GuestRemoval = "guest-removal";

    /// <summary>Says that the device was restarted already, or that a restart helps only for a while.</summary>
    public const string RestartTried = "restart-tried";

    /// <summary>A model gave an intent for which a runbook acts, but the ticket holds none of the words that such a request needs.</summary>
    public const string NotInTheWords = "not-in-the-words";
}
