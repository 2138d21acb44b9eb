using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Intake;
using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Web.Tests.Webhooks;

/// <summary>The webhook endpoints on a port of their own, over a store and a queue in memory.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    public const string ServiceNowSecret = "c2ltdWxhdGVkLXNlcnZpY2Vub3ctc2VjcmV0";
    public const string PreviousServiceNowSecret = "dGhlLW9sZC1zZXJ2aWNlbm93LXNlY3JldC0x";
    public const string JiraSecret = "It's a Secret to Everybody";
    public const string PreviousJiraSecret = "the former jira secret";
    public const string AutomationSecret = "simulated-automation-secret";

    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, MemoryRecordStore store, MemoryWorkflows queue, FakeTimeProvider time) =>
        (_app, Store, Queue, Time) = (app, store, queue, time);

    public MemoryRecordStore Store { get; }

    public MemoryWorkflows Queue { get; }

    public FakeTimeProvider Time { get; }

    public IntakeTelemetry Telemetry => _app.Services.GetRequiredService<IntakeTelemetry>();

    public HealthOverview Health => _app.Services.GetRequiredService<HealthOverview>();

    public HttpClient Client { get; private set; } = null!;

    public static async Task<WebhookHost> StartAsync(params (string Setting, string? Value)[] settings)
    {
        var store = new MemoryRecordStore();
        var queue = new MemoryWorkflows();
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1791792842117));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Webhooks:ServiceNow:Secret"] = ServiceNowSecret,
            ["Webhooks:ServiceNow:PreviousSecret"] = PreviousServiceNowSecret,
            ["Webhooks:Jira:Secret"] = JiraSecret,
            ["Webhooks:Jira:PreviousSecret"] = PreviousJiraSecret,
            ["Webhooks:JiraAutomation:Secret"] = AutomationSecret,
            ["Webhooks:Jira:Projects"] = "ITSD",
        };
        foreach (var (setting, value) in settings)
            all[setting] = value;
        builder.Configuration.AddInMemoryCollection(all);
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IRecordStore>(store)
            .AddSingleton<ITicketQueue>(queue).AddSingleton<IWorkflowClient>(queue)
            .AddIntake(builder.Configuration).AddAudit().AddHealth().AddWebhooks()
            .AddServiceNow(builder.Configuration).AddJira(builder.Configuration);
        var app = builder.Build();
        app.MapWebhooks();
        await app.StartAsync();
        return new WebhookHost(app, store, queue, time) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
