using System.Net;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Web.Tests.Pages;

public sealed class OperationsTests
{
    private const string Resume = $"/operations/{Scene.ApprovalCase}/resume";
    private const string End = $"/operations/{Scene.ApprovalCase}/end";
    private const string Failure = "Step 9: the history says 'request-approval', the code asks for 'make-plan' <b>";

    [Fact]
    public async Task Get_Operator_ShowsWhatIsSuspendedWithTheStep()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync("/operations");

        page.ShouldContain("INC0010023");
        page.ShouldContain("Step 9: the history says 'request-approval'");
        page.ShouldContain(Resume);
        page.ShouldContain("No workflow is running");
        (await (await client.GetAsync("/operations")).Content.ReadAsStringAsync()).ShouldNotContain("<b>");
        (await client.TextAsync($"/cases/{Scene.ApprovalCase}")).ShouldContain("The workflow is suspended.");
        (await client.TextAsync("/")).ShouldContain("1 workflow is suspended.");
    }

    [Fact]
    public async Task Get_FailedWorkflowOfACaseAtRest_IsNotShown()
    {
        await using var host = await HostAsync();
        host.Workflows.Statuses.Add(Status("servicenow-c1", WorkflowState.Failed));
        host.Workflows.Statuses.Add(Status(Scene.HandOverCase, WorkflowState.Failed));
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync("/operations");

        page.ShouldContain("INC0010031");
        page.ShouldNotContain("servicenow-c1");
    }

    [Theory]
    [InlineData("GET", "/operations")]
    [InlineData("POST", Resume)]
    [InlineData("POST", End)]
    public async Task Route_NoOperator_403AndNothingDone(string method, string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, ("reason", "Because I can"), ("sure", "yes"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.TextAsync("/")).ShouldNotContain("href=\"/operations\"");
        await NothingDoneAsync(host);
    }

    [Theory]
    [InlineData(Resume)]
    [InlineData(End)]
    public async Task Post_NoOperatorAnyMore_403AndNothingDone(string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/operations");
        host.Directory.Members.Clear();

        using var response = await client.PostAsync(path, ("reason", "Because I can"), ("sure", "yes"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await NothingDoneAsync(host);
    }

    [Theory]
    [InlineData(Resume)]
    [InlineData(End)]
    public async Task Post_DirectoryDown_503AndNothingDone(string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/operations");
        host.Directory.IsDown = true;

        using var response = await client.PostAsync(path, ("reason", "Because I can"), ("sure", "yes"));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await NothingDoneAsync(host);
    }

    [Theory]
    [InlineData(Resume)]
    [InlineData(End)]
    public async Task Post_WithoutTokenOrReasonOrConfirmation_400AndNothingDone(string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostWithoutTokenAsync(path, ("reason", "The old version is back"), ("sure", "yes"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync(path, ("reason", " \u0007 "), ("sure", "yes"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (path == End)
            (await client.PostAsync(path, ("reason", "The old version is back"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await NothingDoneAsync(host);
    }

    [Fact]
    public async Task Resume_Operator_RunsItAgainAndIsInTheAuditLog()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync(Resume, ("reason", "The old version is back"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Workflows.Resumed.ShouldBe([Scene.ApprovalCase]);
        var chain = await client.TextAsync($"/audit/{KillSwitch.AuditChain}");
        chain.ShouldContain("A suspended workflow is about to run again.");
        chain.ShouldContain("The workflow runs again.");
        chain.ShouldContain("The old version is back");
        chain.ShouldContain(FakeDirectory.Otto.DisplayName);
        chain.ShouldContain("Verified: 2 entries");
    }

    [Fact]
    public async Task End_Operator_StartsTheTakeOver()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync(End, ("reason", "It cannot be repaired"), ("sure", "yes"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Workflows.Started.ShouldBe([("take-over", TakeOverWorkflow.IdFor(Scene.ApprovalCase))]);
    }

    [Theory]
    [InlineData("/operations/nothing/resume", HttpStatusCode.NotFound)]
    [InlineData("/operations/nothing/end", HttpStatusCode.NotFound)]
    [InlineData($"/operations/{FakeWorkflows.Queued}/resume", HttpStatusCode.Conflict)]
    public async Task Post_UnknownOrMovedOn_SaysSo(string path, HttpStatusCode status)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync(path, ("reason", "The old version is back"), ("sure", "yes"))).StatusCode.ShouldBe(status);

        await NothingDoneAsync(host);
    }

    private static async Task<PagesHost> HostAsync()
    {
        var host = await PagesHost.StartAsync();
        host.Workflows.Statuses.Add(Status(Scene.ApprovalCase, WorkflowState.Suspended));
        return host;
    }

    private static WorkflowStatus Status(string id, WorkflowState state) =>
        new(id, "ticket", state, "Waiting for approval", default, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), null, Failure, null);

    private static async Task NothingDoneAsync(PagesHost host)
    {
        host.Workflows.Resumed.ShouldBeEmpty();
        host.Workflows.Started.ShouldBeEmpty();
        (await host.Get<IAuditLog>().ReadAsync(KillSwitch.AuditChain, default).CountAsync()).ShouldBe(0);
    }
}
