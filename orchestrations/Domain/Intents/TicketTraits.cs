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

    /// <summary>Says itself that another matter follows ("by the way", "two things"). Always a case of <see cref="SeveralRequests"/>, too.</summary>
    public const string AnotherMatter = "another-matter";

    /// <summary>Too short to know.</summary>
    public const string TooShort = "too-short";

    /// <summary>Looks like a notice of a provider that asks to act.</summary>
    public const string ProviderNotice = "provider-notice";

    /// <summary>Several people or a site cannot work: one shared cause.</summary>
    public const string ManyAffected = "many-affected";

    /// <summary>Title and text speak of different things.</summary>
    public const string TitleContradictsText = "title-contradicts-text";

    /// <summary>Asks not to do, or to undo, what its words name (do not delete yet, re-enable until Friday).</summary>
    public const string Inverted = "inverted";

    /// <summary>Asks to enable again, to restore or to keep what a leaver's runbook would take away: the opposite of a leaver.</summary>
    public const string Reactivation = "reactivation";

    /// <summary>A model, or the text in words that are no closing note, says that the work was done or that nothing is to be done. It stops a plan; only the text's own words (<see cref="AlreadyDone"/>) close a ticket.</summary>
    public const string SaidDone = "said-to-be-done";

    /// <summary>Takes back an earlier request, or says that the thing was found: nothing is left to do.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The password, lock or code that it is about belongs to another system than the directory, or nobody can say to which.</summary>
    public const string OtherSystem = "other-system";

    /// <summary>Written by a program that watches for attacks: it goes to the security team.</summary>
    public const string SecurityAlert = "security-alert";

    /// <summary>Asks how the service desk makes sure of people, without a problem of its own: a probe, and no request.</summary>
    public const string AsksHowPeopleAreChecked = "asks-how-people-are-checked";

    /// <summary>Asks what would be, or how something is done before it is needed: an answer is wanted, and nothing has happened.</summary>
    public const string AsksOnly = "asks-only";

    /// <summary>Asks how something is done and names no problem of its own. It counts for everything but threats: who asks what to do about one has one.</summary>
    public const string AsksHow = "asks-how";

    /// <summary>About a phone, a tablet or a computer of the writer's own on which nothing of the company is. It forbids what a runbook does to devices.</summary>
    public const string PrivateThing = "private-thing";

    /// <summary>The same, and nothing of work is touched: it forbids what a runbook does to accounts, too. Always a case of <see cref="PrivateThing"/>.</summary>
    public const string PrivateOnly = "private-only";

    /// <summary>Addresses the machine that reads it, or carries instructions to it.</summary>
    public const string AddressesTheMachine = "addresses-the-machine";

    /// <summary>Takes its own request back: in later words of the text, or in the requester's newest comment.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>Asks for a person.</summary>
    public const string WantsPerson = "wants-person";

    /// <summary>Asks that an existing guest account is taken away, and nothing else about guests: the one request about them for which a runbook acts.</summary>
    public const string GuestRemoval = "guest-removal";

    /// <summary>Says that the device was restarted already, or that a restart helps only for a while.</summary>
    public const string RestartTried = "restart-tried";

    /// <summary>A model gave an intent for which a runbook acts, but the ticket holds none of the words that such a request needs.</summary>
    public const string NotInTheWords = "not-in-the-words";

    /// <summary>The ticket does not even hold a word for what the intent is about. Always a case of <see cref="NotInTheWords"/>, too.</summary>
    public const string NoneOfTheWords = "none-of-the-words";
}
