namespace HelpDesk.Orchestrations.Ledger.Budgets;

/// <summary>What one case reserved in an hour.</summary>
/// <param name="SubjectId">On whom.</param>
/// <param name="Effects">By the step's place in the plan: catalogue id, or <see cref="Undo"/>.</param>
public sealed record CaseUse(string SubjectId, IReadOnlyDictionary<int, string> Effects)
{
    /// <summary>Stands for a step that is taken back: it counts, but not against the budget of what it takes back.</summary>
    public const string Undo = "undo";
}
