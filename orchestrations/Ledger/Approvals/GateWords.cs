namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Words for how an approval ended, in figures: stable, because dashboards group by them.</summary>
internal static class GateWords
{
    /// <summary>The word for a state.</summary>
    public static string Of(GateState state) => state switch
    {
        GateState.Approved => "approved",
        GateState.Denied => "denied",
        GateState.Expired => "expired",
        GateState.Withdrawn => "withdrawn",
        _ => "open",
    };
}
