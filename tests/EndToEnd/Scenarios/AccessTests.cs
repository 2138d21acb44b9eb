using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class AccessTests
{
    private const string Add = "POST /groups/{group-id}/members/$ref";
    private const string Remove = "DELETE /groups/{group-id}/members/{directoryObject-id}/$ref";

    [Fact]
    public async Task Access_ApprovedByItsOwner_IsGivenAndTakenBackWhenItsTimeIsOver()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.SpanishRequester;
        var caseId = await host.Client.FileAsync("jira", subject.UserPrincipalName, "Access to the CRM", "I moved to the key account team. Please give me access to the CRM application.");
        var waiting = await host.Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        using var security = await Visitor.SignInAsync(host.Client, KnownPeople.SecurityApprover);
        (await security.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldNotBe(HttpStatusCode.OK, "security does not own the application");

        await host.DecideAsync(caseId, KnownPeople.ApplicationOwner, approve: true);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await GroupEffectsAsync(host)).ShouldBe([Add]);

        // The shipped policy takes access to the CRM back after 180 days.
        await host.RestartAsync(TimeSpan.FromDays(179));
        (await host.Services.GetRequiredService<IWorkflowClient>().GetStatusAsync($"{caseId}-expiry-0", default)).ShouldNotBeNull().State.ShouldBe(WorkflowState.Running);
        await host.RestartAsync(TimeSpan.FromDays(2));
        var workflows = host.Services.GetRequiredService<IWorkflowClient>();
        await Eventually.Get(() => workflows.GetStatusAsync($"{caseId}-expiry-0", default), status => status.State == WorkflowState.Completed, "the expiry");
        (await GroupEffectsAsync(host)).ShouldBe([Add, Remove]);
    }

    [Fact]
    public async Task Licence_ApprovedByItsOwner_IsAssignedOnce()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.AmyPoe;
        var caseId = await host.Client.FileAsync("servicenow", subject.UserPrincipalName, "Need a Visio licence", "For the process project I need a licence for Visio. Please assign one to me.");
        var waiting = await host.Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);

        await host.DecideAsync(caseId, KnownPeople.SecondApplicationOwner, approve: true);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await host.Client.EffectsOnAsync(subject.Id)).ShouldBe(["POST /users/{user-id}/assignLicense"]);
    }

    [Fact]
    public async Task Licence_ThatHoldsEverythingOfOneThePersonHas_IsSwappedInOneCallAndBack()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.AmyPoe;
        await RequestAsync("For a small drawing I need a licence for Visio Plan 1. Please assign one to me.", "licence");

        var swapped = await RequestAsync("For the process project I need a licence for Visio. Please assign one to me.", "swap");

        (await LicencesAsync()).ShouldBe([KnownSkus.Office, KnownSkus.Visio], ignoreOrder: true);
        (await host.Client.EffectsOnAsync(subject.Id)).Count.ShouldBe(2, "one call gives and takes");
        using var page = await Visitor.SignInAsync(host.Client, KnownPeople.ItManager);
        var undo = await page.UndoAsync(swapped, "swap");
        await host.DecideAsync(undo, KnownPeople.ApplicationOwner, approve: true);
        (await host.Client.UntilAsync(undo, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await LicencesAsync()).ShouldBe([KnownSkus.Office, KnownSkus.VisioSmall], ignoreOrder: true);

        async Task<string> RequestAsync(string text, string step)
        {
            var caseId = await host.Client.FileAsync("servicenow", subject.UserPrincipalName, "Need a Visio licence", text);
            await host.DecideAsync(caseId, KnownPeople.SecondApplicationOwner, approve: true);
            var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
            done.State.ShouldBe(CaseState.Resolved, done.Reason);
            done.Steps.Single(one => one.State == CaseStepState.Verified).Id.ShouldBe(step);
            return caseId;
        }

        async Task<List<string>> LicencesAsync() =>
            [.. (await host.Client.Simulator.GetFromJsonAsync<JsonElement>($"/simulator/users/{subject.Id}")).GetProperty("user").GetProperty("assignedLicenses").EnumerateArray().Select(licence => licence.GetProperty("skuId").GetString()!)];
    }

    private static async Task<List<string>> GroupEffectsAsync(HelpDeskHost host) =>
        [.. (await host.Client.GraphEffectsAsync()).Where(effect => effect.Contains("/members/", StringComparison.Ordinal)).Select(effect => effect[..effect.IndexOf(" on ", StringComparison.Ordinal)])];
}
