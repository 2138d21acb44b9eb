using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Web.Viewers;

/// <summary>A signed-in person and what they may see. What they may decide is asked again at each decision.</summary>
/// <param name="Person">Who.</param>
/// <param name="SeesEverything">True for members of an approver or viewer group; others see only their own items.</param>
/// <param name="IsOperator">True when they may change the kill switch and act on workflows.</param>
public sealed record Viewer(SignedInPerson Person, bool SeesEverything, bool IsOperator)
{
    /// <summary>True when they may turn the kill switch on.</summary>
    public bool MayFreeze { get; init; }

    /// <summary>When their membership was read, UTC, while the directory doesn't respond; null when it is as the directory says now. Then they only read, and turn the kill switch on.</summary>
    public DateTimeOffset? RememberedSince { get; init; }
}
