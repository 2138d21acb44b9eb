using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Where approvers decide (promise P1). Who may decide is read from the directory at the moment of the decision.</summary>
public sealed class ApprovalService(
    ApprovalStore approvals, CaseContext contexts, IEnumerable<IApprovalScope> scopes, PolicySet policy, IDirectory directory, IAuditLog audit, CaseSignal signal, ProductMetrics metrics, TimeProvider time)
{
    private const int MaxCommentLength = 500;

    /// <summary>The approval of that id, or null.</summary>
    public Task<ApprovalRequest?> FindAsync(string approvalId, CancellationToken cancellation) => approvals.FindAsync(approvalId, cancellation);

    /// <summary>All approvals that wait.</summary>
    public IAsyncEnumerable<ApprovalRequest> ListOpenAsync(CancellationToken cancellation) => approvals.ListOpenAsync(cancellation);

    /// <summary>The plan that an approval is about.</summary>
    public Task<Plan> PlanAsync(ApprovalRequest gate, CancellationToken cancellation) => contexts.GetAsync<Plan>(gate.Plan, cancellation);

    /// <summary>Why a person may not decide an approval; null when they may.</summary>
    public async Task<string?> WhyNotAsync(ApprovalRequest gate, SignedInPerson person, CancellationToken cancellation)
    {
        if (SeparationOfDuties.WhyNot(person.ObjectId, gate.RequesterId, gate.SubjectId) is { } conflict)
            return conflict;
        if (scopes.FirstOrDefault(scope => scope.Claims(gate)) is { } scope && await scope.ConcernsAsync(gate, person.ObjectId, cancellation))
            return "You are on the list yourself; another approver must decide.";
        var groups = GroupsOf(gate);
        if (groups.Count == 0)
            return $"The group '{gate.Requirement.ApproverGroup}' is not in policy/approvers.yaml any more, so no one can decide.";
        foreach (var group in groups)
        {
            if (await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation))
                return null;
        }

        return $"Only members of '{string.Join("' or '", groups.Select(group => group.Title))}' may decide this.";
    }

    /// <summary>Records a decision, once per person and only while the approval waits.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="planHash">The hash that the page showed.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="person">Who decides, signed in.</param>
    /// <param name="comment">Why; cut at 500 characters.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<DecisionOutcome> DecideAsync(
        string approvalId, string planHash, bool approve, SignedInPerson person, string? comment, CancellationToken cancellation)
    {
        if (await approvals.FindAsync(approvalId, cancellation) is not { } gate)
            return new DecisionOutcome(DecisionKind.NotFound, null, "There is no such approval. It may have been asked for in another system.");
        if (await WhyNotAsync(gate, person, cancellation) is { } reason)
            return new DecisionOutcome(DecisionKind.NotAllowed, gate, reason);
        if (!string.Equals(planHash, gate.PlanHash, StringComparison.Ordinal)
            || PlanFingerprint.Of(await PlanAsync(gate, cancellation)) != gate.PlanHash)
            return new DecisionOutcome(DecisionKind.WrongPlan, gate, "The plan on your page is not the one that waits. Open the approval again and read it before you decide.");

        // The ticket's trace goes on; the page request of the approver is linked to it.
        using var span = ProductSpans.Begin("decide approval", gate.CaseId, gate.Trace);
        var decision = new ApprovalDecision(person.ObjectId, person.Name, approve, time.GetUtcNow(), Cut(comment));
        var kind = DecisionKind.Recorded;
        gate = await approvals.UpdateAsync(approvalId, before => With(before, decision, out kind), cancellation);

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

    private List<HelpDesk.Orchestrations.Domain.Policy.Approvers.ApproverGroup> GroupsOf(ApprovalRequest gate)
    {
        var names = gate.EscalatedAt is null ? [gate.Requirement.ApproverGroup] : new[] { gate.Requirement.ApproverGroup, gate.Requirement.FallbackGroup };
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => policy.Approvers.GetValueOrDefault(name)).OfType<HelpDesk.Orchestrations.Domain.Policy.Approvers.ApproverGroup>()];
    }

    private static string? Cut(string? comment) =>
        string.IsNullOrWhiteSpace(comment) ? null : comment.Length <= MaxCommentLength ? comment.Trim() : comment[..MaxCommentLength].Trim();
}
