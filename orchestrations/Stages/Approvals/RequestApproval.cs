using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Asks for the approval of a plan: from now on its page takes decisions.</summary>
public sealed class RequestApproval(ApprovalStore approvals, CaseContext contexts, CaseStore caseStore, PolicySet policy, IAuditLog audit, TimeProvider time)
    : Activity<RequestApprovalInput, ApprovalRequested>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<RequestApprovalInput, ApprovalRequested> Reference = Named<RequestApproval>("request-approval");

    /// <inheritdoc />
    public override async Task<ApprovalRequested> RunAsync(ActivityContext context, RequestApprovalInput input)
    {
        var cancellation = context.Cancellation;
        var plan = await contexts.GetAsync<Plan>(input.Plan, cancellation);
        var requirement = input.Verdict.Approval ?? throw new InvalidOperationException("Policy named nobody to approve.");
        var now = time.GetUtcNow();
        var gate = await approvals.OpenAsync(
            new ApprovalRequest
            {
                // Of the plan, so that another plan of the same case is another approval.
                ApprovalId = $"{input.CaseId}-{input.PlanHash[..8]}",
                CaseId = input.CaseId,
                Plan = input.Plan,
                PlanHash = input.PlanHash,
                Verdict = input.Verdict,
                Requirement = requirement,
                RequesterId = plan.RequesterId,
                SubjectId = plan.SubjectId,
                RequestedAt = now,
                ExpiresAt = now + requirement.Deadline,
                Trace = TraceText.Current,
            },
            cancellation);

        await audit.AppendAsync(Entry(gate), cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                State = gate.State == ApprovalState.Open ? CaseState.WaitingForApproval : record.State,
                Path = record.Path == CasePath.Undo ? CasePath.Undo : CasePath.Approval,
                OpenApprovalId = gate.ApprovalId,
                Doing = $"Waiting for an approval by {policy.Approvers.GetValueOrDefault(requirement.ApproverGroup)?.Title ?? requirement.ApproverGroup}",
            },
            cancellation);
        return new ApprovalRequested(gate.ApprovalId, gate.RequestedAt + requirement.RemindAfter, gate.RequestedAt + requirement.EscalateAfter, gate.ExpiresAt);
    }

    private static AuditEvent Entry(ApprovalRequest gate) => new(
        gate.CaseId, $"{gate.ApprovalId}/requested", AuditKinds.ApprovalRequested, "helpdesk", "An approval of the plan was asked for.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gate"] = gate.ApprovalId,
            ["plan-hash"] = gate.PlanHash,
            ["approvers"] = gate.Requirement.ApproverGroup,
            ["quorum"] = gate.Requirement.Quorum.ToString(CultureInfo.InvariantCulture),
            ["expires"] = gate.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
        });
}
