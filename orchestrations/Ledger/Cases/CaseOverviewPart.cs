namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A part of the board: the cases whose ids fall into it.</summary>
/// <param name="Lines">Lines by case id.</param>
internal sealed record CaseOverviewPart(IReadOnlyDictionary<string, CaseOverviewLine> Lines);
