using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A finished case with two steps, one of which can be undone, and an undo of another one that waits for its approval.</summary>
public static class UndoScene
{
    public const string Case = "servicenow-u1";
    public const string Undo = "servicenow-u1-undo-1";
    public const string Gate = "gate-undo";
    public const string Vpn = "11111111-0000-4000-8000-000000000010";

    public static async Task SeedAsync(PagesHost host)
    {
        var caseStore = host.Get<CaseStore>();
        var contexts = host.Get<CaseContext>();
        var now = host.Time.GetUtcNow();
        var plan = new Plan
        {
            CaseId = new CaseId(Case), RunbookId = "access-request", RunbookHash = new string('c', 64), Intent = "identity.group-access",
            RequesterId = FakeDirectory.Rita.Id, SubjectId = FakeDirectory.Rita.Id,
            Steps =
            [
                Step("access", "group.add-member", "The person is no member of 'Payroll'.", "Takes the person out of 'Payroll' again.", ("groupId", Vpn)),
                Step("signout", "user.revoke-sessions", "The person may be signed in on several devices.", null),
            ],
        };
        var reference = await contexts.PutAsync(new CaseId(Case), "plan", plan, default);
        await caseStore.OpenAsync(new TicketReference("servicenow", "u1", "INC0010055"), now.AddHours(-3), default);
        var record = await caseStore.UpdateAsync(
            new CaseId(Case),
            before => before with
            {
                Title = "Access to payroll",
                RequesterName = FakeDirectory.Rita.DisplayName,
                RequesterId = FakeDirectory.Rita.Id,
                Intent = plan.Intent,
                RunbookId = plan.RunbookId,
                State = CaseState.Resolved,
                Path = CasePath.Approval,
                ClosedAt = now.AddHours(-2),
                Verified = true,
                Plan = reference,
                Steps =
                [
                    new CaseStep("access", "group.add-member", "Rita Requester", CaseStepState.Verified, "The person is a member of the group."),
                    new CaseStep("signout", "user.revoke-sessions", "Rita Requester", CaseStepState.Verified),
                ],
            },
            default);
        var done = new StepDone(new StepInput(PlanReference.To(plan, reference), 0, null), now.AddHours(-2), "{}", "The person is a member of 'Payroll'.");
        await host.Get<DoneSteps>().KeepAsync(done, default);
        await SeedApprovalAsync(host, record, plan, reference, done);
    }

    private static async Task SeedApprovalAsync(PagesHost host, CaseRecord origin, Plan plan, ContextReference reference, StepDone done)
    {
        var now = host.Time.GetUtcNow();
        var request = new UndoRequest(new CaseId(Undo), new CaseId(Case), ["access"], FakeDirectory.Dora.Id, FakeDirectory.Dora.DisplayName, "It was meant for her namesake.", now.AddMinutes(-9));
        await host.Get<CaseStore>().OpenUndoAsync(request, origin, default);
        var undo = plan with
        {
            CaseId = new CaseId(Undo),
            RequesterId = FakeDirectory.Dora.Id,
            Undoes = new UndoOrigin(new CaseId(Case), reference, new PlanHash(reference.Version), request.Reason),
            Steps = [plan.Steps[0] with { Undone = new UndoneStep(done.StateAfter, done.StateAfterText, done.StartedAt) }],
        };
        var stored = await host.Get<CaseContext>().PutAsync(new CaseId(Undo), "plan", undo, default);
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4));
        await host.Get<ApprovalStore>().OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = Gate, CaseId = new CaseId(Undo), Plan = stored, PlanHash = new PlanHash(stored.Version),
                Verdict = new Verdict(VerdictOutcome.NeedsApproval, [new RuleFinding("UndoIsNeverAutomatic", VerdictOutcome.NeedsApproval, "An operator wants to undo what was done.")], requirement, new string('d', 64)),
                Requirement = requirement, RequesterId = FakeDirectory.Dora.Id, SubjectId = FakeDirectory.Rita.Id, RequestedAt = now.AddMinutes(-8), ExpiresAt = now.AddHours(4),
            },
            default);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(Undo), before => before with { State = CaseState.WaitingForApproval, OpenApprovalId = Gate, Plan = stored }, default);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(Case), before => before with { Undos = [Undo] }, default);
    }

    private static PlanStep Step(string id, string remediation, string prior, string? undo, params (string Name, string Value)[] parameters) => new(
        id, remediation, TargetKind.User, new TargetId(FakeDirectory.Rita.Id), FakeDirectory.Rita.DisplayName, new SortedDictionary<string, string>(parameters.ToDictionary(one => one.Name, one => one.Value), StringComparer.Ordinal), "{\"before\":1}", prior, undo);
}
