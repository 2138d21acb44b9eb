using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Hand-overs as the product makes them: of a plan that was approved, signed in the audit chain.</summary>
public static class ApprovedHandOver
{
    /// <summary>Approves a plan with the one step and opens its hand-over.</summary>
    public static async Task OpenAsync(PagesHost host, HandOver draft, string remediation)
    {
        var now = host.Time.GetUtcNow();
        var plan = new Plan
        {
            CaseId = draft.CaseId, RunbookId = "password-forgotten", RunbookHash = new string('c', 64), Intent = "identity.password-forgotten", RequesterId = draft.RequesterId, SubjectId = draft.SubjectId,
            Steps =
            [
                new PlanStep(
                    draft.StepId, remediation, draft.DeviceId is null ? TargetKind.User : TargetKind.Device, draft.Opens(), draft.TargetName ?? draft.SubjectName,
                    new SortedDictionary<string, string>(StringComparer.Ordinal), "{}", "Not shown."),
            ],
        };
        var stored = await host.Get<CaseContext>().PutAsync(draft.CaseId, "plan", plan, default);
        var reference = PlanReference.To(plan, stored);
        var requirement = (await host.Get<IRequiredApproval>().OfAsync(plan, default)).ShouldNotBeNull();
        var approvalId = ApprovalRequest.IdOf(draft.CaseId, reference.Hash);
        await host.Get<ApprovalStore>().OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = approvalId, CaseId = draft.CaseId, Plan = stored, PlanHash = reference.Hash, Verdict = new Verdict(VerdictOutcome.NeedsApproval, [], requirement, new string('d', 64)),
                Requirement = requirement, RequesterId = draft.RequesterId, SubjectId = draft.SubjectId, RequestedAt = now - requirement.EscalateAfter, ExpiresAt = now - requirement.EscalateAfter + requirement.Deadline,
            },
            default);
        // One of the fallback group: the service desk collects, and who approves does not.
        var approver = FakeDirectory.Otto;
        var decided = await host.Get<ApprovalService>().DecideAsync(
            approvalId, reference.Hash, approve: true, new SignedInPerson(approver.Id, approver.DisplayName, approver.UserPrincipalName) { SignedInAt = now }, null, default);
        decided.Kind.ShouldBe(DecisionKind.Recorded, decided.Message);
        draft = draft with { PlanHash = reference.Hash };
        await host.Get<HandOverProof>().OpenAsync(draft, reference, approvalId, default);
        await host.Get<HandOverRecords>().OpenAsync(draft, default);
    }
}
