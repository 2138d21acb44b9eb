namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>
/// Everything a ticket can be about: the closed list, loaded at start from <c>intents/</c> and an organisation's own folder. Runbooks and policy
/// are checked against it; the language model's prompt and schema, the words guard, the classifier and docs/intents.md come from it.
/// </summary>
public sealed class IntentCatalogue
{
    /// <summary>The intent that means: none of the others.</summary>
    public const string Unknown = "unknown";

    /// <summary>Written by a program.</summary>
    public const string MonitoringAlert = "monitoring.alert";

    /// <summary>Many people, a site or a service cannot work.</summary>
    public const string Outage = "outage";

    /// <summary>Reports work that was done already.</summary>
    public const string AlreadyDone = "already-done";

    /// <summary>Asks how something is done.</summary>
    public const string HowTo = "how-to";

    /// <summary>Asks for a person.</summary>
    public const string WantsPerson = "wants-person";

    /// <summary>A report to the security team.</summary>
    public const string SecurityReport = "security.report";

    /// <summary>Guests and external people.</summary>
    public const string Guest = "identity.guest";

    /// <summary>Access to an application is asked for.</summary>
    public const string AppAccess = "identity.app-access";

    private readonly Dictionary<string, Intent> _byId;

    /// <summary>Takes intents that passed validation; of two with the same id the first counts.</summary>
    public IntentCatalogue(IEnumerable<Intent> intents)
    {
        All = [.. intents.OrderBy(intent => intent.Id, StringComparer.Ordinal).DistinctBy(intent => intent.Id, StringComparer.Ordinal)];
        _byId = All.ToDictionary(intent => intent.Id, StringComparer.Ordinal);
        Ids = [.. All.Select(intent => intent.Id)];
    }

    /// <summary>Intents that the product itself names: they must exist, and no runbook may act on them.</summary>
    public static IReadOnlyList<string> Required { get; } = [AlreadyDone, MonitoringAlert, Outage, Unknown, WantsPerson];

    /// <summary>Intents of an account or a device that may be in the wrong hands: contained first, whatever else is asked.</summary>
    public static IReadOnlyList<string> Threats { get; } = ["device.lost", "device.malware", "device.stolen", "identity.compromised"];

    /// <summary>All intents, by id.</summary>
    public IReadOnlyList<Intent> All { get; }

    /// <summary>All ids, in order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The intent of an id (exact, case-sensitive); null when there is none.</summary>
    public Intent? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);
}
