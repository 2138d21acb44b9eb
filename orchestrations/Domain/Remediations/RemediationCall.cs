using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>One execution of one step.</summary>
/// <param name="CaseId">The case, for correlation.</param>
/// <param name="Step">The approved step.</param>
/// <param name="IdempotencyKey">Equal over all attempts.</param>
/// <param name="StartedAt">When the first attempt started, UTC: an effect seen after it counts as ours.</param>
public sealed record RemediationCall(CaseId CaseId, PlanStep Step, string IdempotencyKey, DateTimeOffset StartedAt)
{
    /// <summary>Our approval under which it runs; null when policy allowed it without one. Told to a target system that wants a justification.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The code of a request to which a second administrator of the target system has agreed; null when none was asked.</summary>
    public string? MultiAdminApprovalCode { get; init; }
}

/// <summary>What a remediation would act on, before a plan exists.</summary>
/// <param name="Kind">User or device.</param>
/// <param name="Id">Object id, from the directory.</param>
/// <param name="Parameters">Resolved parameters.</param>
public sealed record RemediationTarget(TargetKind Kind, string Id, IReadOnlyDictionary<string, string> Parameters);

/// <summary>What the target system answered.</summary>
/// <param name="Summary">One sentence, without secrets: "Sessions revoked".</param>
/// <param name="RequestId">Graph request-id of the deciding call, for the audit entry.</param>
/// <param name="HadEffect">False when there was nothing to do or it cannot be undone.</param>
public sealed record RemediationReceipt(string Summary, string? RequestId, bool HadEffect = true)
{
    /// <summary>Set when nothing was done yet because the target system wants a second administrator's consent: the code of its request.</summary>
    public string? MultiAdminApprovalCode { get; init; }
}
