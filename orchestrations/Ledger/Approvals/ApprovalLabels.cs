namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Words for how an approval ended, in figures: stable, because dashboards group by them.</summary>
internal static class ApprovalLabels
{
    /// <summary>The word for a state.</summary>
    public static string Of(ApprovalState state) => state switch
    {
        ApprovalState.Approved => "approved",
        ApprovalState.Denied => "denied",
        ApprovalState.Expired => "expired",
        ApprovalState.Withdrawn => "withdrawn",
        _ => "open",
    };
}
