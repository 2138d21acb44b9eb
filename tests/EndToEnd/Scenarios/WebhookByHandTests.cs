using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class WebhookByHandTests : IAsyncLifetime
{
    private const string Insert = """{"event":"insert","table":"incident","sys_id":"9d385017c611228701d22104cc95c371","sys_mod_count":"0","number":"INC0010023"}""";
    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "jsm-issue-created.json"));

    private HelpDeskHost _host = null!;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("servicenow", "servicenow-9d385017c611228701d22104cc95c371")]
    [InlineData("jira", "jira-10423")]
    public async Task Sample_Signed_TravelsTheWholeWay(string system, string caseId)
    {
        using var request = system == "jira" ? Signed.Jira(Sample) : Signed.ServiceNow(Insert);
        using var answer = await _host.Client.Product.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("caseId").GetString().ShouldBe(caseId);
        (await _host.Client.Product.GetAsync(new Uri(body.GetProperty("track").GetString()!, UriKind.RelativeOrAbsolute))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var waiting = await _host.Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        waiting.Intent.ShouldBe("identity.locked-out");
        waiting.RequesterId.ShouldBe(new PersonId(KnownPeople.AmyPoe.Id));

        await _host.DecideAsync(caseId, KnownPeople.ServiceDeskLead, approve: true);
        var handOver = await _host.Client.UntilAsync(caseId, record => record.OpenHandOverId is not null);
        using var manager = await Visitor.SignInAsync(_host.Client, KnownPeople.FinanceManager);
        Visitor.PassOn((await manager.ShowPassAsync(handOver.OpenHandOverId!)).Body).ShouldNotBeNull();

        var done = await _host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await _host.Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Signature_OfAnotherSecret_IsRefusedAndNothingIsKept(string system)
    {
        using var request = system == "jira" ? Signed.Jira(Sample, "another-secret-of-jira") : Signed.ServiceNow(Insert, "YW5vdGhlciBzZWNyZXQgb2Ygc2VydmljZW5vdw==");
        using var answer = await _host.Client.Product.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var good = system == "jira" ? Signed.Jira(Sample) : Signed.ServiceNow(Insert);
        using var accepted = await _host.Client.Product.SendAsync(good);
        // "accepted", not "duplicate": the refused one had left nothing behind.
        (await accepted.Content.ReadAsStringAsync()).ShouldNotContain("duplicate");
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
