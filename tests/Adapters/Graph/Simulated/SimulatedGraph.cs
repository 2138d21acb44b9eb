using System.Text.Json.Nodes;
using Azure.Core;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.Graph.Tokens;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>The simulator with a fresh tenant, and the adapter that talks to it over HTTP.</summary>
public sealed class SimulatedGraph : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _services;

    private SimulatedGraph(WebApplication simulator, IReadOnlyDictionary<GraphIdentity, string[]>? roles, bool beta, ModelSize limits)
    {
        _simulator = simulator;
        var url = new Uri(simulator.Urls.First());
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Graph:BaseUrl"] = new Uri(url, "/v1.0").AbsoluteUri,
            ["Graph:UseBetaEndpoints"] = beta ? "true" : "false",
            ["Graph:TenantSize"] = limits == ModelSize.None ? "Small" : $"{limits}",
        }).Build();
        var services = new ServiceCollection().AddLogging();
        if (limits == ModelSize.None)
            services.AddSingleton(WideQuotas.Of(TimeSpan.FromSeconds(10)));
        if (roles is null)
            services.AddSingleton<TokenCredential>(new SimulatorCredential(url));
        else
            services.AddSingleton<IGraphCredentials>(new SimulatedIdentities(url));
        foreach (var (identity, granted) in roles ?? new Dictionary<GraphIdentity, string[]>())
            simulator.Services.GetRequiredService<TokenIssuer>().Put(SimulatedIdentities.ClientIdOf(identity), new SimulatedClient(granted));
        services.AddSingleton<ICaseTicket>(Ticket);
        _services = services.AddGraph(settings).AddManagerNotification().BuildServiceProvider();
    }

    /// <summary>The ticket that every case here came from.</summary>
    public MemoryCaseTicket Ticket { get; } = new();

    public SimulatedTenant Tenant => _simulator.Services.GetRequiredService<SimulatedTenant>();

    public IDirectory Directory => Get<IDirectory>();

    /// <summary>What the simulated Graph really changed, as <c>/simulator/effects</c> tells it.</summary>
    public IReadOnlyList<Effect> Effects => [.. _simulator.Services.GetRequiredService<EffectLog>().All.Where(effect => effect.System == "graph")];

    /// <summary>Intune's second administrator and what the tenant protects.</summary>
    internal DeviceApprovals Approvals => _simulator.Services.GetRequiredService<DeviceApprovals>();

    /// <summary>What the model of the limits counted.</summary>
    public ThrottleFigures Limits => _simulator.Services.GetRequiredService<ThrottleModel>().Figures;

    /// <param name="roles">The application permissions of each identity; null = one identity that has all.</param>
    /// <param name="beta">True when the product may use beta endpoints.</param>
    /// <param name="limits">Whose limits Graph keeps; None = none, and we keep none either.</param>
    /// <param name="peopleAct">True when the simulated people use the passes they are given.</param>
    public static async Task<SimulatedGraph> StartAsync(IReadOnlyDictionary<GraphIdentity, string[]>? roles = null, bool beta = false, ModelSize limits = ModelSize.None, bool peopleAct = false)
    {
        var simulator = SimulatorHost.Build(new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null, GraphLimits = limits, IsGraphOnly = true, PeopleActAfter = peopleAct ? TimeSpan.FromMilliseconds(200) : null });
        await simulator.StartAsync();
        return new SimulatedGraph(simulator, roles, beta, limits);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ISecretSource Source(SecretKind kind) => _services.GetServices<ISecretSource>().Single(source => source.Kind == kind);

    public void Fault(FaultKind kind, string path = "*", string? method = null, int? count = null, double seconds = 0, string? name = null) =>
        _simulator.Services.GetRequiredService<Faults>().Set(new Fault { Id = name ?? $"{kind}", System = "graph", Kind = kind, Path = path, Method = method, Count = count, Seconds = seconds });

    public void NoFaults() => _simulator.Services.GetRequiredService<Faults>().Clear();

    /// <summary>Changes an object of the directory as an administrator would, without an effect of ours; reads that lag show it too.</summary>
    /// <param name="kind">Kind, of <see cref="ObjectKind"/>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="change">Changes it.</param>
    public void Change(string kind, string id, Action<JsonObject> change)
    {
        var value = _simulator.Services.GetRequiredService<GraphObjects>().Get(kind, id) ?? [];
        change(value);
        Keep(kind, id, value);
    }

    /// <summary>Gives a person exactly these licences, directly assigned, as an administrator would; one plan of each is switched off.</summary>
    public void Licences(string userId, params string[] skus) => Change(ObjectKind.User, userId, user =>
    {
        var held = skus.Select(sku => (Sku: sku, Disabled: KnownSkus.All.Single(known => known.Id == sku).Plans.Keys.Skip(1).ToList())).ToList();
        user["assignedLicenses"] = new JsonArray([.. held.Select(licence => UserSeed.LicenceOf(licence.Sku, licence.Disabled))]);
        user["licenseAssignmentStates"] = new JsonArray([.. held.Select(licence => UserSeed.StateOf(licence.Sku, licence.Disabled, DateTimeOffset.UtcNow))]);
    });

    /// <summary>Sets the tenant's policy on temporary access passes, as an administrator would.</summary>
    public void PassPolicy(SimulatedPassPolicy policy) => _simulator.Services.GetRequiredService<PassPolicies>().Put(policy);

    /// <summary>Takes an object out of the directory.</summary>
    /// <param name="kind">Kind, of <see cref="ObjectKind"/>.</param>
    /// <param name="id">Its id.</param>
    public void Remove(string kind, string id) => Keep(kind, id, null);

    /// <summary>Plans a step as the product does and says how it is called.</summary>
    public async Task<RemediationCall> PlanAsync(string id, string targetId, params (string Name, string Value)[] parameters)
    {
        var remediation = Get<RemediationCatalogue>().Get(id);
        var with = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        var captured = await remediation.CaptureAsync(new RemediationTarget(remediation.Descriptor.Target, targetId, with), CancellationToken.None);
        captured.Refusal.ShouldBeNull();
        return new RemediationCall(
            new CaseId("case"), new PlanStep("s", id, remediation.Descriptor.Target, new TargetId(targetId), "name", with, captured.Json, captured.Text), $"case/{id}", DateTimeOffset.UtcNow);
    }

    public Task<ReadBack> VerifiedAsync(IRemediation remediation, RemediationCall call, ReadBackOutcome wanted = ReadBackOutcome.Verified) =>
        Eventually.Get<ReadBack>(async () => await remediation.VerifyAsync(call, CancellationToken.None), seen => seen.Outcome == wanted, call.Step.Remediation);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private void Keep(string kind, string id, JsonObject? value)
    {
        var store = _simulator.Services.GetRequiredService<SimulatorStore>();
        id = id.ToLowerInvariant();
        var before = store.Get<StoredObject>(kind, id)?.Versions ?? [];
        store.Put(kind, id, new StoredObject([.. before, new StoredVersion(DateTimeOffset.UtcNow.AddDays(-1), value?.ToJsonString())]));
    }
}
