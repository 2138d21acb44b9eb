namespace HelpDesk.Orchestrations.Remediation;

/// <summary>One execution of one step.</summary>
/// <param name="CaseId">The case, for correlation.</param>
/// <param name="Step">The approved step.</param>
/// <param name="IdempotencyKey">Equal over all attempts.</param>
/// <param name="StartedAt">When the first attempt started, UTC: an effect seen after it counts as ours.</param>
public sealed record RemediationCall(string CaseId, PlanStep Step, string IdempotencyKey, DateTimeOffset StartedAt);
