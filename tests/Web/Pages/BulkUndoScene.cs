using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What was approved of the run that ended, so that it can be undone; and another one whose undo waits for its operator.</summary>
public static class BulkUndoScene
{
    public const string Origin = "bulk-20261124-aaaaa6";
    public const string Undo = "bulk-20261124-aaaaa7";

    public static async Task SeedAsync(PagesHost host)
    {
        var now = host.Time.GetUtcNow();
        await BulkScene.AddAsync(
            host, Origin, 50,
            run => run with { Phase = BulkPhase.Ended, Wave = 2, EndedAt = now.AddMinutes(-20), End = new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: 396, AlreadySo: 55, Failed: 15, Undone: 19, Skipped: 15)), UndoneBy = new CaseId(Undo) },
            frozen: true);
        await BulkScene.RowsAsync(host, Origin, 500);
        await BulkScene.AddAsync(host, Undo, 6, run => run with { Phase = BulkPhase.Review, Undoes = new CaseId(Origin) }, frozen: true, Target);
        foreach (var caseId in new[] { BulkScene.Ended, Origin })
            await ApproveAsync(host, caseId);
    }

    private static BulkTarget Target(int number)
    {
        var target = BulkScene.Target(number);
        return target with
        {
            Steps =
            [
                new BulkTargetStep("user.enable-sign-in", new TargetId(target.SubjectId), "", "Sign-in is allowed.", "Sign-in is blocked again."),
                new BulkTargetStep("user.revoke-sessions", new TargetId(target.SubjectId), "", "Nothing to undo: the person just signs in again.", null),
            ],
        };
    }

    private static async Task ApproveAsync(PagesHost host, string caseId)
    {
        var now = host.Time.GetUtcNow();
        var run = await host.Get<BulkRuns>().GetAsync(new CaseId(caseId), default);
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["list"] = run.List!.Version };
        var plan = new Plan
        {
            CaseId = new CaseId(caseId), RunbookId = run.RunbookId, RunbookHash = new string('c', 64), Intent = "bulk", RequesterId = run.Started.PersonId, SubjectId = new PersonId(caseId),
            Steps =
            [
                new PlanStep("enable", "user.enable-sign-in", TargetKind.User, new TargetId(run.List.Version), "500 targets of a frozen list", parameters, "{}", "Captured for each target"),
                new PlanStep("sign-out", "user.revoke-sessions", TargetKind.User, new TargetId(run.List.Version), "500 targets of a frozen list", parameters, "{}", "Captured for each target"),
            ],
        };
        var stored = await host.Get<CaseContext>().PutAsync(new CaseId(caseId), "plan", plan, default);
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8));
        await host.Get<ApprovalStore>().OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = $"gate-{caseId}", CaseId = new CaseId(caseId), Plan = stored, PlanHash = new PlanHash(stored.Version), Requirement = requirement,
                Verdict = new Verdict(VerdictOutcome.NeedsApproval, [new RuleFinding("BulkRunsNeedApproval", VerdictOutcome.NeedsApproval, "It is done to everybody on a list.")], requirement, new string('d', 64)),
                RequesterId = run.Started.PersonId, SubjectId = new PersonId(caseId), RequestedAt = now.AddHours(-1), ExpiresAt = now.AddHours(7),
            },
            default);
        var ada = FakeDirectory.Ada;
        (await host.Get<ApprovalService>().DecideAsync($"gate-{caseId}", new PlanHash(stored.Version), approve: true, new SignedInPerson(ada.Id, ada.DisplayName, ada.UserPrincipalName) { SignedInAt = host.Time.GetUtcNow() }, null, default)).Kind.ShouldBe(DecisionKind.Recorded);
        await host.Get<BulkRuns>().UpdateAsync(new CaseId(caseId), before => before with { ApprovalId = $"gate-{caseId}" }, default);
    }
}
