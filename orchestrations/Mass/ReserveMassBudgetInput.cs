namespace HelpDesk.Orchestrations.Mass;

/// <summary>What <see cref="ReserveMassBudget"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Wanted">For how many targets.</param>
public sealed record ReserveMassBudgetInput(string CaseId, int Wanted);
