using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Orchestrations.Tests.Runbooks;
using HelpDesk.Web.Routing;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The pages on a port of their own: real services, real runbooks and policy, everything outside in memory.</summary>
public sealed class PagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PagesHost(WebApplication app) => _app = app;

    public MemoryRecordStore Store => (MemoryRecordStore)_app.Services.GetRequiredService<IRecordStore>();

    public FakeDirectory Directory => (FakeDirectory)_app.Services.GetRequiredService<IDirectory>();

    public IEnumerable<ISecretSource> Sources => _app.Services.GetServices<ISecretSource>();

    public FakeMint Mint => _app.Services.GetServices<ISecretSource>().OfType<FakeMint>().Single();

    public FakeWorkflows Workflows => (FakeWorkflows)_app.Services.GetRequiredService<IWorkflowClient>();

    public FakeTimeProvider Time => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public Uri Address => new(_app.Urls.Single());

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static Task<PagesHost> StartAsync(bool seeded = true, Action<IServiceCollection>? change = null, params (string Setting, string? Value)[] settings) =>
        StartAsync(static app => app.MapHelpDeskWeb(), seeded, change, settings);

    /// <summary>A host without routing of its own, as Azure Functions is: every request goes to the dispatcher.</summary>
    public static Task<PagesHost> StartDispatchedAsync() =>
        StartAsync(static app => app.Run(app.Services.GetRequiredService<WebDispatcher>().HandleAsync), true, null, []);

    private static async Task<PagesHost> StartAsync(Action<WebApplication> map, bool seeded, Action<IServiceCollection>? change, (string Setting, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SignIn:Mode"] = "simulated",
            ["HelpDesk:PublicUrl"] = "http://127.0.0.1:7071",
            ["HelpDesk:LinkKey"] = Convert.ToBase64String(new byte[32]),
            ["SignIn:CookieKey"] = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(static at => (byte)at)]),
            ["Runbooks:Directory"] = Path.Combine(AppContext.BaseDirectory, "runbooks"),
            ["Policy:Directory"] = Path.Combine(AppContext.BaseDirectory, "policy"),
            ["Webhooks:Jira:Secret"] = "a secret that is long enough",
        };
        foreach (var (setting, value) in settings)
            all[setting] = value;
        builder.Configuration.AddInMemoryCollection(all);
        var directory = new FakeDirectory();
        var workflows = new FakeWorkflows();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero)))
            .AddSingleton<IRecordStore>(new MemoryRecordStore())
            .AddSingleton<IDirectory>(directory).AddSingleton<ISignInChoices>(directory)
            .AddSingleton<IWorkflowClient>(workflows).AddSingleton<ITicketQueue>(workflows)
            .AddSingleton<ISecretSource, FakeMint>().AddSingleton<IPermissionPreflight, FakePreflight>().AddSingleton<IDecisionSigner>(new FixedDecisionSigner());
        foreach (var remediation in TestCatalogue.Remediations())
            services.AddSingleton<IRemediation>(remediation);
        services.AddServiceNow(builder.Configuration).AddJira(builder.Configuration);
        services.AddHelpDesk(builder.Configuration)
            .AddHelpDeskWeb(builder.Configuration);
        change?.Invoke(services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        var host = new PagesHost(app);
        if (seeded)
            await Scene.SeedAsync(host);
        // What a page raises counts, not what the scene was made with.
        host.Workflows.Raised.Clear();
        return host;
    }

    /// <summary>A browser of its own, signed in as somebody or as nobody.</summary>
    public async Task<PageClient> SignedInAsync(Person? person)
    {
        var client = new PageClient(Address);
        if (person is not null)
            (await client.PostAsync("/sign-in", ("person", person.Id), ("return", "/"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        return client;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
