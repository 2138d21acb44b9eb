using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class GuestRemovalTests
{
    private const string Leave = "DELETE /groups/{group-id}/members/{directoryObject-id}/$ref";

    private static readonly string Text = $"Please remove the guest {KnownPeople.Guest.Mail} from our tenant, the partner project is over.";

    [Fact]
    public async Task Guest_RemovalAskedForByHerManager_IsBlockedTakenOutOfGroupsAndCanComeBack()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var stranger = await host.Client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, "Remove a guest account", Text);
        var refused = await host.Client.UntilAsync(stranger, record => record.ClosedAt is not null);
        refused.State.ShouldBe(CaseState.Escalated);
        refused.Reason.ShouldNotBeNull().ShouldContain("only the person's manager");

        var caseId = await host.Client.FileAsync("servicenow", KnownPeople.ApplicationOwner.UserPrincipalName, "Remove a guest account", Text);
        var waiting = await host.Client.UntilAtRestAsync(caseId);
        (waiting.State, waiting.RunbookId).ShouldBe((CaseState.WaitingForApproval, "guest-removal"), waiting.Reason);
        (await host.Client.EffectsOnAsync(KnownPeople.Guest.Id)).ShouldBeEmpty();
        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Steps.Select(step => (step.Id, step.State)).ShouldBe([("disable", CaseStepState.Verified), ("groups", CaseStepState.Verified)]);
        (await host.Client.EffectsOnAsync(KnownPeople.Guest.Id)).ShouldBe(["PATCH /users/{user-id}", Leave]);
        (await host.Client.OurCommentsAsync(caseId)).ShouldContain(comment => comment.Contains("The guest was blocked", StringComparison.Ordinal));

        using var page = await Visitor.SignInAsync(host.Client, KnownPeople.ItManager);
        var undo = await page.UndoAsync(caseId, "groups");
        await host.DecideAsync(undo, KnownPeople.ServiceDeskLead, approve: true);
        (await host.Client.UntilAsync(undo, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await host.Client.EffectsOnAsync(KnownPeople.Guest.Id)).ShouldBe(["PATCH /users/{user-id}", Leave, "POST /groups/{group-id}/members/$ref"]);
        await host.AuditShouldHoldAsync();
    }
}
