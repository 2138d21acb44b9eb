using System.Net.Http.Json;
using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Adapters.Teams;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Teams;
using HelpDesk.Simulator.Tickets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>The simulator over HTTP and the real adapters in front of it; one of each per test.</summary>
public sealed class SimulatedSystems : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _product;

    private SimulatedSystems(WebApplication simulator, ServiceProvider product, Uri address)
    {
        _simulator = simulator;
        _product = product;
        Address = address;
        Control = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Control { get; }

    public Faults Faults => _simulator.Services.GetRequiredService<Faults>();

    public IReadOnlyList<Effect> Effects => _simulator.Services.GetRequiredService<EffectLog>().All;

    public ITicketSystem ServiceNow => System("servicenow");

    public ITicketSystem Jira => System("jira");

    public INoticeChannel Teams => _product.GetRequiredService<INoticeChannel>();

    public IEnumerable<DependencyProbe> Probes => _product.GetServices<DependencyProbe>();

    public ITicketSystem System(string name) => _product.GetServices<ITicketSystem>().Single(system => system.Name == name);

    /// <param name="settings">Replaces or adds settings; a null removes one.</param>
    /// <param name="configure">Changes the product's services.</param>
    /// <param name="product">Where webhooks go.</param>
    /// <param name="simulatorTime">The simulator's clock.</param>
    public static async Task<SimulatedSystems> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null, Uri? product = null, TimeProvider? simulatorTime = null)
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", Product = product };
        var simulator = SimulatorHost.Build(options, services =>
        {
            if (simulatorTime is not null)
                services.AddSingleton(simulatorTime);
        });
        await simulator.StartAsync();
        var address = new Uri(simulator.Urls.First());
        var values = Settings(address, options);
        foreach (var (name, value) in settings ?? [])
            values[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddServiceNow(configuration).AddJira(configuration).AddTeams(configuration);
        configure?.Invoke(services);
        return new SimulatedSystems(simulator, services.BuildServiceProvider(), address);
    }

    public static Dictionary<string, string?> Settings(Uri address, SimulatorOptions options) => new()
    {
        ["ServiceNow:InstanceUrl"] = new Uri(address, "servicenow").AbsoluteUri,
        ["ServiceNow:ClientId"] = options.ClientId,
        ["ServiceNow:ClientSecret"] = options.ClientSecret,
        ["ServiceNow:IntegrationUserName"] = SimulatedIntegration.ServiceNowUser,
        ["Jira:SiteUrl"] = new Uri(address, "jira").AbsoluteUri,
        ["Jira:Email"] = SimulatedIntegration.Mail,
        ["Jira:ApiToken"] = options.ClientSecret,
        ["Jira:Projects:0"] = SimulatedIntegration.JiraProject,
        ["Jira:GroupField"] = SimulatedIntegration.JiraGroupField,
        ["Jira:ServiceDeskId"] = SimulatedIntegration.JiraServiceDesk,
        ["Jira:RequestTypeId"] = SimulatedIntegration.JiraRequestType,
        ["Teams:WorkflowUrl"] = new Uri(address, SimulatedTeams.TriggerWithSignature).AbsoluteUri,
    };

    /// <summary>What a host does at its start.</summary>
    public void ValidateAtStart() => _product.GetRequiredService<IStartupValidator>().Validate();

    public async Task<ShownTicket> FileAsync(string system, string title = "Locked out", string text = "I get 'account locked'.", string requester = "amy.poe@contoso.example")
    {
        using var response = await Control.PostAsJsonAsync("/simulator/tickets", new NewTicket(system, requester, title, text));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ShownTicket>())!;
    }

    public async Task<ShownTicket> SeeAsync(ShownTicket ticket) =>
        (await Control.GetFromJsonAsync<ShownTicket>($"/simulator/tickets/{ticket.System}/{ticket.Id}"))!;

    public async Task CommentAsync(ShownTicket ticket, string text, bool isPublic = true, string? author = null)
    {
        using var response = await Control.PostAsJsonAsync($"/simulator/tickets/{ticket.System}/{ticket.Id}/comments", new NewComment(author, text, isPublic));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What a ticket system of a real organisation drops and hides.</summary>
    public async Task SwitchAsync(string system, TicketSwitches switches) =>
        (await Control.PutAsJsonAsync($"/simulator/tickets/{system}/switches", switches)).EnsureSuccessStatusCode();

    /// <summary>A person changes fields of a ticket.</summary>
    public async Task ChangeAsync(ShownTicket ticket, TicketChange change) =>
        (await Control.PostAsJsonAsync($"/simulator/tickets/{ticket.System}/{ticket.Id}/change", change)).EnsureSuccessStatusCode();

    /// <summary>What health says of a system from what calls met.</summary>
    public IReadOnlyList<string> Advice(string system) => [.. _product.GetRequiredService<DependencyNotes>().Of(system)];

    public async Task ReopenAsync(ShownTicket ticket)
    {
        using var response = await Control.PostAsync(new Uri($"/simulator/tickets/{ticket.System}/{ticket.Id}/reopen", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    public void Fault(string system, FaultKind kind, string path = "*", string? method = null, int? count = 1, double seconds = 1) =>
        Faults.Set(new Fault { Id = $"{system}/{kind}/{path}", System = system, Kind = kind, Path = path, Method = method, Count = count, Seconds = seconds });

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _product.DisposeAsync();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }
}
