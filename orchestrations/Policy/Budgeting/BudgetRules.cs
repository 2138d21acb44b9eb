namespace HelpDesk.Orchestrations.Policy.Budgeting;

/// <summary>Blast radius: how much may be done in one clock hour before people take over.</summary>
/// <param name="CasesPerHour">Most cases in which anything is done.</param>
/// <param name="CasesPerSubjectPerHour">Most cases in which anything is done to one person or their devices.</param>
/// <param name="ByRemediation">Most cases per catalogue id.</param>
/// <param name="OutageSuspectedAt">So many requesters with the same intent within an hour look like one outage.</param>
public sealed record BudgetRules(
    int CasesPerHour, int CasesPerSubjectPerHour, IReadOnlyDictionary<string, int> ByRemediation, int OutageSuspectedAt);
