using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>What opens a device is shown once to the service desk; Intune's second administrator is waited for where the tenant wants one.</summary>
[Collection(SharedHostCollection.Name)]
public sealed class DeviceSecretTests(SharedHost shared)
{
    private static readonly SimulatedTenant Tenant = new();

    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task BitLockerKey_ApprovedAndHandedOverByTheServiceDesk_IsInOneAnswerOnly()
    {
        var subject = KnownPeople.AmyPoe;
        var caseId = await Client.FileAsync(
            "servicenow", subject.UserPrincipalName, "Blue screen asks for the BitLocker recovery key", "My laptop wants the BitLocker recovery key when I start it and I cannot work.");
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        waiting.Steps.Where(step => step.State == CaseStepState.Planned).Select(step => step.Remediation).ShouldBe(["device.show-bitlocker-key"]);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.ServiceDeskLead);
        (await approver.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var open = await Client.UntilAsync(caseId, CaseState.WaitingForHandOver);
        using var manager = await Visitor.SignInAsync(Client, KnownPeople.FinanceManager);
        (await manager.ShowPassAsync(open.OpenHandOverId!)).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var desk = await Visitor.SignInAsync(Client, KnownPeople.SecondServiceDeskLead);
        var shown = await desk.ShowPassAsync(open.OpenHandOverId!, ("check", "CallBack"));
        var again = await desk.ShowPassAsync(open.OpenHandOverId!, ("check", "CallBack"));

        shown.Status.ShouldBe(HttpStatusCode.OK, shown.Body);
        var key = Visitor.PassOn(shown.Body).ShouldNotBeNull();
        key.Split('-').Length.ShouldBe(8);
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Body.ShouldNotContain(key);
        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await Client.TicketAsync(caseId)).GetRawText().ShouldNotContain(key);
        (await desk.OpenAsync($"/audit/{caseId}")).Body.ShouldNotContain(key);
        (await Client.EffectsOnAsync(Tenant.DevicesOf(subject.Id)[0].Id)).ShouldBeEmpty();
        (await shared.Host.AuditKindsAsync(caseId)).Where(kind => kind.StartsWith("hand-over", StringComparison.Ordinal))
            .ShouldBe([AuditKinds.HandOverOpened, AuditKinds.HandOverIntended, AuditKinds.HandOverCollected]);
        foreach (var file in Directory.EnumerateFiles(shared.Host.Data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".key", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).Contains(key, StringComparison.Ordinal).ShouldBeFalse(Path.GetFileName(file));
        }
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task ProtectedWipe_WaitsVisiblyForTheSecondAdministrator(string decision)
    {
        await using var host = await HelpDeskHost.StartAsync("Graph:UseBetaEndpoints=true");
        var client = host.Client;
        using var protect = await client.Simulator.PutAsJsonAsync("/simulator/device-approvals/protected", new[] { "wipe" });
        protect.EnsureSuccessStatusCode();
        var subject = KnownPeople.FirstNamesake;
        var phone = Tenant.DevicesOf(subject.Id).Single(device => device.OperatingSystem is "iOS" or "Android");
        var caseId = await client.FileAsync(
            "jira", subject.UserPrincipalName, "Lost my work phone", $"I lost my work phone {phone.Name}. It fell into the river and is gone for good. Please lock and wipe it.");
        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        var waiting = await client.UntilAsync(caseId, CaseState.WaitingForMultiAdminApproval);
        waiting.Doing.ShouldBe("Waiting for Multi Admin Approval in Intune");
        using var viewer = await Visitor.SignInAsync(client, KnownPeople.SecurityApprover);
        WebUtility.HtmlDecode((await viewer.OpenAsync($"/cases/{caseId}")).Body).ShouldContain("Waiting for Multi Admin Approval in Intune");
        (await client.EffectsOnAsync(phone.Id)).ShouldNotContain(effect => effect.EndsWith("/wipe", StringComparison.Ordinal));
        var request = (await client.Simulator.GetFromJsonAsync<JsonElement>("/simulator/device-approvals")).GetProperty("requests").EnumerateArray().Single();
        request.GetProperty("justification").GetString().ShouldNotBeNull().ShouldContain(caseId);

        using var decided = await client.Simulator.PostAsync(new Uri($"/simulator/device-approvals/{request.GetProperty("id").GetString()}/{decision}", UriKind.Relative), null);
        decided.EnsureSuccessStatusCode();

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(decision == "approve" ? CaseState.Resolved : CaseState.Escalated, done.Reason);
        (await client.EffectsOnAsync(phone.Id)).Count(effect => effect.EndsWith("/wipe", StringComparison.Ordinal)).ShouldBe(decision == "approve" ? 1 : 0);
        (await host.AuditKindsAsync(caseId)).ShouldContain(AuditKinds.MultiAdminApprovalRequested);
        if (decision == "reject")
            done.Steps.Single(step => step.Remediation == "device.wipe").Note.ShouldNotBeNull().ShouldContain("rejected");
    }
}
