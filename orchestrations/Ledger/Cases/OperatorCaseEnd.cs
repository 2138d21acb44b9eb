namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>How a case of its own ends that an operator started: an undo, or a step had done on the page of a case.</summary>
public static class OperatorCaseEnd
{
    /// <summary>The case at its end. Nothing of it is open or under way any more.</summary>
    /// <param name="record">The case.</param>
    /// <param name="whyNot">Why it was not, or not wholly, done; null when its effect was read back.</param>
    /// <param name="needsPerson">True when something was tried and a person must check it.</param>
    /// <param name="at">When, UTC; the first end stays.</param>
    public static CaseRecord Ended(this CaseRecord record, string? whyNot, bool needsPerson, DateTimeOffset at) => record with
    {
        State = whyNot is null ? CaseState.Resolved : needsPerson ? CaseState.Escalated : CaseState.Ignored,
        Verified = whyNot is null,
        Reason = whyNot,
        Doing = null,
        WaitingFor = null,
        OpenApprovalId = null,
        OpenHandOverId = null,
        ClosedAt = record.ClosedAt ?? at,
    };
}
