namespace HelpDesk.Orchestrations.Policy.Budgeting;

/// <summary>What was reserved in one clock hour.</summary>
/// <param name="Cases">By case id.</param>
public sealed record HourUse(IReadOnlyDictionary<string, CaseUse> Cases);
