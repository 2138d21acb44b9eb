namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A part of the board: the cases whose ids fall into it.</summary>
/// <param name="Lines">Lines by case id.</param>
internal sealed record BoardPart(IReadOnlyDictionary<string, BoardLine> Lines);
