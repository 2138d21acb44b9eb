using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Asks for the approval of a plan: from now on its page takes decisions.</summary>
public sealed class RequestApproval(ApprovalStore approvals, CaseContext contexts, CaseStore caseStore, PolicySet policy, IEnumerable<INoticeChannel> channels, TimeProvider time)
    : Activity<RequestApproval.Input, RequestApproval.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<RequestApproval>("request-approval");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var plan = (await VerifiedPlan.LoadAsync(contexts, input.Plan, cancellation)).Plan;
        var requirement = input.Verdict.Approval ?? throw new InvalidOperationException("Policy named no approvers.");
        var now = time.GetUtcNow();
        var gate = await approvals.OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = ApprovalRequest.IdOf(plan.CaseId, input.Plan.Hash),
                CaseId = plan.CaseId,
                Plan = input.Plan.Context,
                PlanHash = input.Plan.Hash,
                Verdict = input.Verdict,
                Requirement = requirement,
                RequesterId = plan.RequesterId,
                SubjectId = plan.SubjectId,
                Ticket = input.Ticket,
                OpenerIds = plan.EveryOpener(),
                RequestedAt = now,
                ExpiresAt = now + requirement.Deadline,
                Trace = TraceText.Current,
            },
            cancellation);

        await caseStore.UpdateAsync(
            plan.CaseId,
            record => record with
            {
                State = gate.State == ApprovalState.Open ? CaseState.WaitingForApproval : record.State,
                Path = record.Path is CasePath.Undo or CasePath.Action ? record.Path : CasePath.Approval,
                OpenApprovalId = gate.ApprovalId,
                Doing = $"Waiting for an approval by {policy.Approvers.GetValueOrDefault(requirement.ApproverGroup)?.Title ?? requirement.ApproverGroup}",
            },
            cancellation);
        return new Result(gate.ApprovalId, gate.RequestedAt + requirement.RemindAfter, gate.RequestedAt + requirement.EscalateAfter, gate.ExpiresAt)
        {
            TellsPerson = plan.Undoes is null && plan.Steps.Any(step => policy.Proofs.Remediations.Contains(step.Remediation)) && channels.Any(static channel => channel.Takes(NoticeKind.PassRequested)),
        };
    }

    /// <summary>What <see cref="RequestApproval"/> takes.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="Verdict">What policy said; its requirement names who must approve.</param>
    /// <param name="Ticket">The ticket that it answers; null when none is behind it. Default null.</param>
    public sealed record Input(PlanReference Plan, Verdict Verdict, ContextReference? Ticket = null);

    /// <summary>An approval that was asked for, and when what is due.</summary>
    /// <param name="ApprovalId">Its id.</param>
    /// <param name="RemindAt">UTC.</param>
    /// <param name="EscalateAt">UTC.</param>
    /// <param name="ExpiresAt">UTC.</param>
    public sealed record Result(string ApprovalId, DateTimeOffset RemindAt, DateTimeOffset EscalateAt, DateTimeOffset ExpiresAt)
    {
        /// <summary>True when the person and their manager are written to. Default false.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool TellsPerson { get; init; }
    }
}
