namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>One execution of one step.</summary>
/// <param name="CaseId">The case, for correlation.</param>
/// <param name="Step">The approved step.</param>
/// <param name="IdempotencyKey">Equal over all attempts.</param>
/// <param name="StartedAt">When the first attempt started, UTC: an effect seen after it counts as ours.</param>
public sealed record RemediationCall(string CaseId, PlanStep Step, string IdempotencyKey, DateTimeOffset StartedAt)
{
    /// <summary>Our approval under which it runs; null when policy allowed it without one. Told to a target system that wants a justification.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The code of a request to which a second administrator of the target system has agreed; null when none was asked.</summary>
    public string? MultiAdminApprovalCode { get; init; }
}
