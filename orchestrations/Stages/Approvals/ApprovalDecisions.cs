using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Records what an entitled person decided: signed in the audit chain, then in the copy for pages; then wakes the case.</summary>
public sealed class ApprovalDecisions(ApprovalStore approvals, CaseSignal signal, ProductMetrics metrics, TimeProvider time)
{
    private const int MaxCommentLength = 500;

    /// <summary>Records a decision, once per person and only while the approval waits.</summary>
    /// <param name="gate">The approval, as its signed entries say.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="person">Who decides; may do so.</param>
    /// <param name="comment">Why; cut at 500 characters.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<DecisionOutcome> RecordAsync(ApprovalRequest gate, bool approve, SignedInPerson person, string? comment, CancellationToken cancellation)
    {
        // The ticket's trace goes on; the page request of the approver is linked to it.
        using var span = ProductSpans.Begin("decide approval", gate.CaseId, gate.Trace);
        var decision = new ApprovalDecision(person.ObjectId, person.Name, approve, time.GetUtcNow(), Cut(comment));
        var kind = DecisionKind.Recorded;
        // Into the chain first: until it is there, nobody decided anything.
        (VerifiedApproval Approval, bool Appended)? acted = null;
        var isWoken = await signal.StoreAsync(
            gate.CaseId,
            async () => acted = await approvals.DecideAsync(gate.ApprovalId, gate.CaseId, decision, before => (kind = Judge(before, decision)) == DecisionKind.Recorded, cancellation),
            cancellation);
        if (acted is not { Approval: { Request: { } after, Finding: null }, Appended: var appended } || (appended && !after.Decisions.Any(one => one.PersonId == decision.PersonId)))
            return new DecisionOutcome(DecisionKind.Changed, gate, ApprovalLabels.Changed);
        gate = after;
        if (appended)
            kind = DecisionKind.Recorded;
        if (appended && gate.State != ApprovalState.Open)
            metrics.ApprovalEnded(ApprovalLabels.Of(gate.State), decision.At - gate.RequestedAt);
        return new DecisionOutcome(kind, gate, Message(kind, gate, approve, isWoken));
    }

    private static DecisionKind Judge(VerifiedApproval before, ApprovalDecision decision)
    {
        if (before.Finding is not null || before.Request is not { } gate)
            return DecisionKind.Changed;
        if (gate.Decisions.FirstOrDefault(one => one.PersonId.Is(decision.PersonId)) is { } own)
            return own.Approve == decision.Approve ? DecisionKind.SameAgain : DecisionKind.AlreadyDecided;
        if (gate.State is ApprovalState.Approved or ApprovalState.Denied)
            return (gate.State == ApprovalState.Approved) == decision.Approve ? DecisionKind.SameAgain : DecisionKind.AlreadyDecided;
        return gate.State != ApprovalState.Open || decision.At >= gate.ExpiresAt ? DecisionKind.Expired : DecisionKind.Recorded;
    }

    private static string Message(DecisionKind kind, ApprovalRequest gate, bool approve, bool isWoken) => kind switch
    {
        DecisionKind.Recorded when gate.State == ApprovalState.Open => $"{gate.Requirement.Quorum - gate.Decisions.Count} more must approve before anything is done.",
        DecisionKind.Recorded when approve && !isWoken => "Your decision is kept. The steps can't begin at this moment, because the workflow engine doesn't answer; they begin by themselves when it does. The case page shows them.",
        DecisionKind.Recorded => approve ? "The steps run now; the case page shows them." : "Nothing is done; a person takes the ticket over.",
        DecisionKind.SameAgain => approve ? "This was approved already; nothing new was done." : "This was denied already; nothing new was done.",
        DecisionKind.AlreadyDecided => $"This was decided the other way before, by {string.Join(", ", gate.Decisions.Select(decision => decision.PersonName))}. The first decision counts.",
        _ => gate.State == ApprovalState.Withdrawn
            ? "A person has taken the case over; there is nothing left to decide."
            : "It is too late: the deadline has passed, which counts as a no. The ticket is with a person.",
    };

    private static string? Cut(string? comment) =>
        string.IsNullOrWhiteSpace(comment) ? null : comment.Length <= MaxCommentLength ? comment.Trim() : comment[..MaxCommentLength].Trim();
}
