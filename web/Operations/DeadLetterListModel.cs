namespace HelpDesk.Web.Operations;

/// <summary>What the page of the dead letters shows.</summary>
/// <param name="Open">Those waiting for a decision, the oldest first; at most 100.</param>
/// <param name="OpenCount">How many are waiting.</param>
/// <param name="Decided">Those decided last, the newest first; at most 25.</param>
public sealed record DeadLetterListModel(IReadOnlyList<DeadLetterLine> Open, int OpenCount, IReadOnlyList<DeadLetterLine> Decided);
