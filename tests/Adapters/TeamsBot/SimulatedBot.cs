using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Adapters.TeamsBot;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.TeamsBot;

/// <summary>The simulated Bot Framework over HTTP and the real adapter in front of it; one of each per test.</summary>
internal sealed class SimulatedBot : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _product;
    private readonly Uri _address;

    private SimulatedBot(WebApplication simulator, ServiceProvider product, Uri address, FakeTimeProvider time) => (_simulator, _product, _address, Time) = (simulator, product, address, time);

    /// <summary>The product's clock; the simulator keeps the real time.</summary>
    public FakeTimeProvider Time { get; }

    public IChannelWebhook Webhook => _product.GetRequiredService<IChannelWebhook>();

    public IConversationChannel Channel => _product.GetRequiredService<IConversationChannel>();

    public BotSigner Signer => _simulator.Services.GetRequiredService<BotSigner>();

    public BotChats Chats => _simulator.Services.GetRequiredService<BotChats>();

    public DependencyProbe Probe => _product.GetRequiredService<DependencyProbe>();

    public IReadOnlyList<string> Advice => [.. _product.GetRequiredService<DependencyNotes>().Of("teams-bot")];

    public string ServiceUrl => new Uri(_address, "/teams-bot/emea/").AbsoluteUri;

    /// <param name="settings">Replaces settings.</param>
    /// <param name="configure">Changes the product's services.</param>
    public static async Task<SimulatedBot> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null };
        var simulator = SimulatorHost.Build(options);
        await simulator.StartAsync();
        var address = new Uri(simulator.Urls.First());
        var values = Settings(address, options);
        foreach (var (name, value) in settings ?? [])
            values[name] = value;
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddTeamsBot(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        configure?.Invoke(services);
        return new SimulatedBot(simulator, services.BuildServiceProvider(), address, time);
    }

    public static Dictionary<string, string?> Settings(Uri address, SimulatorOptions options) => new()
    {
        ["TeamsBot:AppId"] = options.ClientId,
        ["TeamsBot:AppPassword"] = options.ClientSecret,
        ["TeamsBot:TenantId"] = SimulatedTenant.Id,
        ["TeamsBot:LoginUrl"] = new Uri(address, SimulatedTeamsBot.Login).AbsoluteUri,
        ["TeamsBot:KeysUrl"] = new Uri(address, SimulatedTeamsBot.Keys).AbsoluteUri,
        ["TeamsBot:ServiceUrl"] = new Uri(address, SimulatedTeamsBot.Service).AbsoluteUri,
        ["TeamsBot:ServiceHosts:0"] = "127.0.0.1",
    };

    /// <summary>What a host does at its start.</summary>
    public void ValidateAtStart() => _product.GetRequiredService<IStartupValidator>().Validate();

    public void Fault(FaultKind kind, string path = "*", string? method = null, int? count = 1, double seconds = 1) =>
        _simulator.Services.GetRequiredService<Faults>().Set(new Fault { Id = $"{kind}/{path}", System = "teams-bot", Kind = kind, Path = path, Method = method, Count = count, Seconds = seconds });

    /// <summary>An activity as Teams sends it.</summary>
    public JsonObject Activity(string type, SimulatedPerson person, string id = "1700000000001")
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = "2026-10-12T08:14:02Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject { ["id"] = BotChats.MemberOf(person), ["name"] = person.DisplayName, ["aadObjectId"] = person.Id },
            ["conversation"] = new JsonObject { ["id"] = Chats.ConversationOf(person), ["conversationType"] = "personal", ["tenantId"] = SimulatedTenant.Id },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Helpdesk" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = SimulatedTenant.Id } },
        };
        if (type == "message")
            activity["text"] = "my laptop is locked";
        return activity;
    }

    /// <summary>Sends an activity as the Bot Framework does; a token of null sends none.</summary>
    public Task<ChannelReading> SendAsync(JsonObject activity) => SendAsync(activity, $"Bearer {Signer.Sign(ServiceUrl)}");

    public async Task<ChannelReading> SendAsync(JsonObject activity, string? authorization)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (authorization is not null)
            headers["Authorization"] = authorization;
        var request = new WebhookRequest(Encoding.UTF8.GetBytes(activity.ToJsonString()), Time.GetUtcNow(), headers, new Dictionary<string, string>(StringComparer.Ordinal));
        return Webhook.MayBeProven(request) ? await Webhook.ReadAsync(request, default) : ChannelReading.Of(401);
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }
}
