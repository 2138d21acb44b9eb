namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>Who must approve and until when.</summary>
/// <param name="ApproverGroup">Name of the approver group in policy.</param>
/// <param name="FallbackGroup">Group that is asked too after <paramref name="EscalateAfter"/>.</param>
/// <param name="Quorum">How many different people must approve; 1 to 5, default 1.</param>
/// <param name="RemindAfter">When to remind.</param>
/// <param name="EscalateAfter">When to ask the fallback group.</param>
/// <param name="Deadline">When silence becomes a no.</param>
public sealed record ApprovalRequirement(
    string ApproverGroup, string FallbackGroup, int Quorum, TimeSpan RemindAfter, TimeSpan EscalateAfter, TimeSpan Deadline);
