namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What the target system answered.</summary>
/// <param name="Summary">One sentence, without secrets: "Sessions revoked".</param>
/// <param name="RequestId">Graph request-id of the deciding call, for the audit entry.</param>
/// <param name="HadEffect">False when there was nothing to do or it cannot be undone.</param>
public sealed record RemediationReceipt(string Summary, string? RequestId, bool HadEffect = true)
{
    /// <summary>Set when nothing was done yet because the target system wants a second administrator's consent: the code of its request.</summary>
    public string? MultiAdminApprovalCode { get; init; }
}
