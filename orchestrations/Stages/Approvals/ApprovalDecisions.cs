using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Records what an entitled person decided: in the approval, in the audit log, and then wakes the case.</summary>
public sealed class ApprovalDecisions(ApprovalStore approvals, IAuditLog audit, CaseSignal signal, ProductMetrics metrics, TimeProvider time)
{
    private const int MaxCommentLength = 500;

    /// <summary>Records a decision, once per person and only while the approval waits.</summary>
    /// <param name="gate">The approval.</param>
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
        gate = await approvals.UpdateAsync(gate.ApprovalId, before => With(before, decision, out kind), cancellation);

        if (kind == DecisionKind.Recorded && gate.State != ApprovalState.Open)
            metrics.ApprovalEnded(ApprovalLabels.Of(gate.State), decision.At - gate.RequestedAt);
        await audit.AppendDecisionsAsync(gate, cancellation);
        await signal.SignalAsync(gate.CaseId, cancellation);
        return new DecisionOutcome(kind, gate, Message(kind, gate, approve));
    }

    private static ApprovalRequest With(ApprovalRequest gate, ApprovalDecision decision, out DecisionKind kind)
    {
        kind = DecisionKind.Recorded;
        if (gate.Decisions.FirstOrDefault(before => string.Equals(before.PersonId, decision.PersonId, StringComparison.OrdinalIgnoreCase)) is { } own)
        {
            kind = own.Approve == decision.Approve ? DecisionKind.SameAgain : DecisionKind.AlreadyDecided;
            return gate;
        }

        if (gate.State is ApprovalState.Approved or ApprovalState.Denied)
        {
            kind = (gate.State == ApprovalState.Approved) == decision.Approve ? DecisionKind.SameAgain : DecisionKind.AlreadyDecided;
            return gate;
        }

        if (gate.State != ApprovalState.Open || decision.At >= gate.ExpiresAt)
        {
            kind = DecisionKind.Expired;
            return gate;
        }

        var decided = gate with { Decisions = [.. gate.Decisions, decision] };
        return !decision.Approve ? decided with { State = ApprovalState.Denied }
            : decided.HasQuorum ? decided with { State = ApprovalState.Approved }
            : decided;
    }

    private static string Message(DecisionKind kind, ApprovalRequest gate, bool approve) => kind switch
    {
        DecisionKind.Recorded when gate.State == ApprovalState.Open => $"{gate.Requirement.Quorum - gate.Decisions.Count} more must approve before anything is done.",
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
