namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="ReserveBulkBudget"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Numbers">The targets that are next, in their order; at most one batch.</param>
public sealed record ReserveBulkBudgetInput(string CaseId, IReadOnlyList<int> Numbers);
