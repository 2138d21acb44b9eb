using Azure.Core;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Simulator;
using HelpDesk.Web.SignIn;

namespace HelpDesk.Local.Composition;

/// <summary>
/// The simulated tenant in this process, and the settings by which the product reaches it. They are only for systems that are
/// simulated: a real system never gets one of the simulator's well-known secrets.
/// </summary>
internal sealed class SimulatedSystems : IAsyncDisposable
{
    // Long enough to be watched, short enough not to be waited for.
    private static readonly TimeSpan PeopleActAfter = TimeSpan.FromSeconds(1.5);

    private readonly SystemChoice _systems;
    private readonly SimulatorOptions _options;
    private readonly Dictionary<string, string?> _defaults = new(StringComparer.OrdinalIgnoreCase);
    private WebApplication? _host;

    /// <summary>Prepares it; nothing runs yet.</summary>
    public SimulatedSystems(IConfiguration settings, LocalAddresses addresses, SystemChoice systems)
    {
        _systems = systems;
        _options = new SimulatorOptions
        {
            Url = Root(addresses.Simulator),
            Product = addresses.Product,
            DatabasePath = Path.Combine(addresses.DataDirectory, "simulator.db"),
            HasSampleTickets = true,
            PeopleActAfter = PeopleActAfter,
        };
        _options.ServiceNowWebhookSecret = settings["Webhooks:ServiceNow:Secret"] ?? _options.ServiceNowWebhookSecret;
        _options.JiraWebhookSecret = settings["Webhooks:Jira:Secret"] ?? _options.JiraWebhookSecret;
        _options.JiraAutomationSecret = settings["Webhooks:JiraAutomation:Secret"] ?? _options.JiraAutomationSecret;
        foreach (var (setting, value) in systems.Of(SystemMode.Simulated).SelectMany(system => SimulatedSettings.Of(system, _options)))
            _defaults[setting] = value;
    }

    /// <summary>The product's settings for what is simulated.</summary>
    public IReadOnlyDictionary<string, string?> Defaults => _defaults;

    /// <summary>Registers what takes the place of a real sign-in, when Graph is simulated.</summary>
    public void AddStandIns(IServiceCollection services)
    {
        if (!_systems.IsSimulated(OutsideSystem.Graph))
            return;
        services.AddHttpClient(SimulatedCredential.ClientName).RemoveAllLoggers();
        services.AddHttpClient(SimulatedSignIn.ClientName).RemoveAllLoggers();
        services.AddSingleton<ISignInChoices>(provider => new SimulatedSignIn(
            provider.GetRequiredService<IHttpClientFactory>(), new Uri(_options.Url + "/simulator/people"), provider.GetRequiredService<PolicySet>()));
        services.AddSingleton<TokenCredential>(provider => new SimulatedCredential(
            provider.GetRequiredService<IHttpClientFactory>(), new Uri(_options.Url + "/login/oauth2/v2.0/token"), _options.ClientId, _options.ClientSecret, TimeProvider.System));
    }

    /// <summary>Starts it.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _host = SimulatorHost.Build(_options);
        await _host.StartAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private static string Root(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
