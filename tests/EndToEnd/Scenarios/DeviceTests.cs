using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

[Collection(SharedHostCollection.Name)]
public sealed class DeviceTests(SharedHost shared)
{
    private static readonly SimulatedTenant Tenant = new();

    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task LostPhone_GoneForGood_IsLockedAndWipedAfterApprovalAndReadBackUntilDone()
    {
        var subject = KnownPeople.FirstNamesake;
        var phone = Tenant.DevicesOf(subject.Id).Single(device => device.OperatingSystem is "iOS" or "Android");
        phone.IsCompanyOwned.ShouldBeTrue();
        var caseId = await Client.FileAsync(
            "jira", subject.UserPrincipalName, "Lost my work phone", $"I lost my work phone {phone.Name}. It fell into the river and is gone for good. Please lock and wipe it.");
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        waiting.Steps.Where(step => step.State == CaseStepState.Planned).Select(step => step.Remediation).ShouldBe(["device.locate", "device.wipe"]);
        waiting.Steps.Where(step => step.State is CaseStepState.Verifying or CaseStepState.Verified).Select(step => step.Remediation).ShouldBe(["user.revoke-sessions", "device.remote-lock"], ignoreOrder: true);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.OpenAsync($"/approvals/{waiting.OpenApprovalId}")).Body.ShouldContain("cannot be undone");

        (await approver.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);

        // The device takes its time: the step is seen as not verified before it is seen as verified.
        await Client.UntilAsync(caseId, record => record.Steps.Any(step => step.State == CaseStepState.Verifying));
        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Steps.Where(step => step.State != CaseStepState.Skipped).Select(step => step.State).ShouldBe([CaseStepState.Verified, CaseStepState.Verified, CaseStepState.Verified, CaseStepState.Verified]);
        done.Steps.Single(step => step.Remediation == "device.remote-lock").Note.ShouldNotBeNull().Contains("Not done: turn on lost mode", StringComparison.Ordinal).ShouldBe(phone.OperatingSystem == "iOS");
        (await Client.EffectsOnAsync(phone.Id)).ShouldBe(
            ["POST /deviceManagement/managedDevices/{managedDevice-id}/remoteLock", "POST /deviceManagement/managedDevices/{managedDevice-id}/locateDevice", "POST /deviceManagement/managedDevices/{managedDevice-id}/wipe"]);
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe(["POST /users/{user-id}/revokeSignInSessions"]);
    }

    [Fact]
    public async Task Sync_LowImpact_RunsWithoutAPerson()
    {
        var subject = KnownPeople.SecondItManager;
        var device = Tenant.DevicesOf(subject.Id).Single();
        var caseId = await Client.FileAsync("servicenow", subject.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");

        var done = await Client.UntilAtRestAsync(caseId);

        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        done.Verified.ShouldBeTrue();
        (await Client.EffectsOnAsync(device.Id)).ShouldBe(["POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice"]);
    }

    [Theory]
    [InlineData("servicenow", "2", 1)]
    [InlineData("jira", "den ersten bitte", 0)]
    public async Task TwoDevices_NotSaidWhich_IsAskedAndDoneForTheOneOfTheReply(string system, string reply, int meant)
    {
        var person = system == "jira" ? Owner(0) : Owner(1);
        var caseId = await Client.FileAsync(system, person.UserPrincipalName, "Device does not sync", "My device has not synced with Intune for days, the Company Portal says last sync was last week.");
        var asked = await Client.UntilAtRestAsync(caseId);
        asked.State.ShouldBe(CaseState.WaitingForAnswer, asked.Reason);
        var question = (await Eventually.Get(async () => await Client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the question")).ShouldHaveSingleItem();
        var offered = question.Split('\n').Where(line => line.StartsWith("1. ", StringComparison.Ordinal) || line.StartsWith("2. ", StringComparison.Ordinal)).Select(line => line[3..line.IndexOf(" (", StringComparison.Ordinal)]).ToList();
        offered.Count.ShouldBe(2, question);

        await Client.CommentAsync(caseId, reply);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path, done.QuestionsAnswered).ShouldBe((CaseState.Resolved, CasePath.Automatic, 1), done.Reason);
        var device = Tenant.DevicesOf(person.Id).Single(device => device.Name == offered[meant]);
        (await Client.EffectsOnAsync(device.Id)).ShouldBe(["POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice"]);
        foreach (var other in Tenant.DevicesOf(person.Id).Where(other => other.Id != device.Id))
            (await Client.EffectsOnAsync(other.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoDevices_NotSaidWhichAndTakenByATechnician_IsLeftToThem()
    {
        var caseId = await Client.FileAsync(
            "servicenow", KnownPeople.ThirdSecurityApprover.UserPrincipalName, "Device does not sync", "My device has not synced with Intune for days, the Company Portal says last sync was last week.");
        (await Client.UntilAtRestAsync(caseId)).State.ShouldBe(CaseState.WaitingForAnswer);

        await Client.ChangeAsync(caseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, assignedTo = KnownPeople.ServiceDeskLead.UserPrincipalName });

        var done = await Client.UntilAsync(caseId, CaseState.Escalated);
        done.Reason.ShouldNotBeNull().ShouldContain("2 devices");
        foreach (var device in Tenant.DevicesOf(KnownPeople.ThirdSecurityApprover.Id))
            (await Client.EffectsOnAsync(device.Id)).ShouldBeEmpty();
    }

    // People with two devices whom no other test takes.
    private static SimulatedPerson Owner(int place) => Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && person.Mail is not null && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count == 2)
        .OrderByDescending(person => person.Id, StringComparer.Ordinal).ElementAt(place);
}
