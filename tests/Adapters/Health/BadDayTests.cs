using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using HelpDesk.Adapters.KeyVault;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Adapters.Tests.KeyVault;
using HelpDesk.Adapters.Tests.Records;
using HelpDesk.Adapters.Tests.ServiceBus;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Simulator.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Health;

/// <summary>Bad days, through the real SDKs: each is an entry of health and a line of the log that say what to change, in our own words.</summary>
public sealed class BadDayTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly MemoryLog _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServerBusy", "throttled or failing")]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequests", "throttled or failing")]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch", "HelpDesk record writer")]
    [InlineData(HttpStatusCode.NotFound, "TableNotFound", "TableStorage:CreateTables")]
    public async Task Storage_ThatRefusesOrThrottles_IsNotReadyAndSaysWhatToChange(HttpStatusCode status, string code, string told)
    {
        using var transport = new CannedTransport((_, _) => Task.FromResult(CannedTransport.Fault(status, code)));
        var tables = new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=eA==;TableEndpoint=http://127.0.0.1:9/a;",
            new TableClientOptions { Transport = new HttpClientTransport(transport), Retry = { MaxRetries = 0 } });
        await using var services = Services().AddSingleton(HealthRegistration.StoreProbe(new TableRecordStore(tables))).BuildServiceProvider();
        using var board = Board(services);

        var report = await board.ReadAsync(default);

        report.IsReady.ShouldBeFalse();
        Says(report, "store", told);
    }

    [Fact]
    public async Task Tenant_ThatIsTheWrongOne_SaysWhichSetting()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Page(), new RefusingCredential());

        Says(await LookAsync(graph), "graph", "Graph:TenantId");
    }

    [Fact]
    public async Task Role_NotGranted_SaysWhichPermission()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(403, "Authorization_RequestDenied"));

        Says(await LookAsync(graph), "graph", "User.Read.All");
    }

    [Fact]
    public async Task Role_OfOneRemediationNotGranted_IsToldAfterItWasRefused()
    {
        await using var graph = ScriptedGraph.Answering(request => request.Method == "GET" ? ScriptedAnswer.Error(404, "Request_ResourceNotFound") : ScriptedAnswer.Error(403, "Authorization_RequestDenied"));
        (await LookAsync(graph)).State.ShouldBe(HealthState.Healthy);
        var revoke = graph.Get<RemediationCatalogue>().Get("user.revoke-sessions");
        var step = new PlanStep("s", "user.revoke-sessions", TargetKind.User, new TargetId("10000000-0000-4000-8000-000000000001"), "Anna", new Dictionary<string, string>(StringComparer.Ordinal), "{}", "");

        await Should.ThrowAsync<VendorException>(() => revoke.ExecuteAsync(new RemediationCall(new CaseId("c"), step, "k", _time.GetUtcNow()), default));

        Says(await LookAsync(graph), "graph", "grant the application permission User.RevokeSessions.All");
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, """{"error":{"code":"Forbidden","innererror":{"code":"KeyDisabled"}}}""")]
    [InlineData(HttpStatusCode.OK, """{"key":{},"attributes":{"enabled":false}}""")]
    public async Task Key_DisabledOrRefused_SaysWhichRole(HttpStatusCode status, string body)
    {
        using var handler = new RecordingHandler((_, _) => new HttpResponseMessage(status) { Content = new StringContent(body) });
        var settings = Settings(("KeyVault:CheckpointKey", "https://kv-helpdesk.vault.azure.net/keys/audit-checkpoint"), ("KeyVault:DecisionKey", "https://kv-helpdesk.vault.azure.net/keys/decision"));
        var services = Services().AddSingleton<TokenCredential>(new FixedCredential()).AddKeyVaultKeys(settings);
        services.AddHttpClient(KeyVaultCheckpointSigner.ClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        using var board = Board(provider);

        Says(await board.ReadAsync(default), "vault", "Key Vault Crypto User");
        handler.Sent.Single().Request.Method.ShouldBe(HttpMethod.Get, "a look signs nothing");
    }

    [Fact]
    public async Task Queue_ThatRefuses_IsNotReadyUntilItTakesAgain()
    {
        await using var queue = await RunningQueue.StartAsync(services => services.AddLogging(logging => logging.AddProvider(_log)));
        using var board = Board(queue.Services);
        var message = new QueuedTicket(new("servicenow", "9d385017c611228701d22104cc95c371", "INC0010001"), TicketEventKind.Created, "d", _time.GetUtcNow(), null);

        await queue.SetAsync(new BrokerFaults { DeniesAccess = true });
        await Should.ThrowAsync<VendorException>(() => queue.Queue.EnqueueAsync(message, isAgain: false, default));
        var report = await board.ReadAsync(default);
        report.IsReady.ShouldBeFalse();
        Says(report, "queue", "Azure Service Bus Data Owner");

        await queue.SetAsync(new BrokerFaults());
        await queue.Queue.EnqueueAsync(message, isAgain: false, default);
        (await board.ReadAsync(default)).State.ShouldBe(HealthState.Healthy);
    }

    private void Says(HealthReport report, string name, string told)
    {
        var entry = report.Entries.Single(entry => entry.Name == name);
        entry.State.ShouldNotBe(HealthState.Healthy);
        entry.Advice!.ShouldContain(told);
        _log.All.ShouldContain($"Warning 1350 {name} is {entry.State}");
        _log.All.ShouldContain(told);
    }

    private async Task<HealthReport> LookAsync(ScriptedGraph graph)
    {
        using var board = new HealthOverview(graph.Get<IEnumerable<DependencyProbe>>(), graph.Get<DependencyNotes>(), graph.Time, LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<HealthOverview>());
        return await board.ReadAsync(default);
    }

    private ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_log)).AddSingleton<TimeProvider>(_time).AddSingleton<DependencyNotes>();
        return services;
    }

    private static HealthOverview Board(IServiceProvider services) => new(
        services.GetServices<DependencyProbe>(), services.GetRequiredService<DependencyNotes>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<HealthOverview>>());

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
}
