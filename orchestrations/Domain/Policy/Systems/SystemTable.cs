namespace HelpDesk.Orchestrations.Domain.Policy.Systems;

/// <summary>
/// <c>policy/systems.yaml</c>: by which words a ticket names a system, and who gets the tickets of systems that are not the directory. No
/// identity runbook runs for those: their passwords and locks are not in the directory.
/// </summary>
/// <param name="Account">Words of accounts, passwords, locks and codes.</param>
/// <param name="Directory">Words that mean the account in the directory.</param>
/// <param name="Fine">Words by which a ticket says that the account in the directory works, so that another one is meant.</param>
/// <param name="All">Systems, in the order of the file.</param>
public sealed record SystemTable(IReadOnlyList<string> Account, IReadOnlyList<string> Directory, IReadOnlyList<string> Fine, IReadOnlyList<KnownSystem> All)
{
    /// <summary>The fact: the account in the directory.</summary>
    public const string Entra = "entra";

    /// <summary>The fact: something is named, or the ticket speaks of several; nobody can say which.</summary>
    public const string Unknown = "unknown";

    /// <summary>What the fact begins with when a system of the table is meant.</summary>
    public const string OtherPrefix = "other:";

    /// <summary>A table without a system.</summary>
    public static SystemTable Empty { get; } = new([], [], [], []);

    /// <summary>Every value that the fact can have: <c>entra</c>, <c>unknown</c>, and <c>other:ID</c> for each system.</summary>
    public IReadOnlyList<string> Facts => [Entra, Unknown, .. All.Select(system => OtherPrefix + system.Id)];

    /// <summary>The system of a fact; null for the directory, for what is not known and for null.</summary>
    public KnownSystem? Find(string? fact) => fact is null ? null : All.FirstOrDefault(system => fact == OtherPrefix + system.Id);

    /// <summary>A fact that a model answered, as one of <see cref="Facts"/>: what is not in the table is not known. Null stays null.</summary>
    public string? Known(string? fact) => fact is null || Facts.Contains(fact, StringComparer.Ordinal) ? fact : Unknown;
}
