using System.Net.Http.Json;
using HelpDesk.Adapters.Confluence;
using HelpDesk.Adapters.MediaWiki;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Knowledge;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.ServiceNow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Knowledge;

/// <summary>The simulated knowledge systems and the real sources in front of them, on one clock.</summary>
public sealed class KnowledgeSystems : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly ServiceProvider _product;

    private KnowledgeSystems(WebApplication simulator, ServiceProvider product, FakeTimeProvider time)
    {
        (_simulator, _product, Time) = (simulator, product, time);
        Control = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Control { get; }

    public IServiceProvider Product => _product;

    public IKnowledgeSource Source(string id) => _product.GetServices<IKnowledgeSource>().Single(source => source.Id == id);

    public static async Task<KnowledgeSystems> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null };
        var simulator = SimulatorHost.Build(options, services => services.AddSingleton<TimeProvider>(time));
        await simulator.StartAsync();
        var address = simulator.Urls.First();
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ServiceNow:InstanceUrl"] = $"{address}/servicenow", ["ServiceNow:ClientId"] = options.ClientId, ["ServiceNow:ClientSecret"] = options.ClientSecret, ["ServiceNow:IntegrationUserName"] = SimulatedIntegration.ServiceNowUser,
            ["ServiceNow:Knowledge:Bases:0"] = ServiceNowKnowledgeTables.Base, ["ServiceNow:Knowledge:Bases:1"] = ServiceNowKnowledgeTables.StaffBase, ["ServiceNow:Knowledge:StaffBases:0"] = ServiceNowKnowledgeTables.StaffBase,
            ["Confluence:SiteUrl"] = address + SimulatedConfluence.Root, ["Confluence:Email"] = SimulatedIntegration.Mail, ["Confluence:ApiToken"] = options.ClientSecret,
            ["Confluence:Spaces:0"] = SimulatedConfluence.Space, ["Confluence:Spaces:1"] = SimulatedConfluence.StaffSpace, ["Confluence:StaffSpaces:0"] = SimulatedConfluence.StaffSpace,
            ["MediaWiki:ApiUrl"] = address + SimulatedMediaWiki.Api, ["MediaWiki:PageUrl"] = address + SimulatedMediaWiki.Pages, ["MediaWiki:UserName"] = SimulatedMediaWiki.UserName, ["MediaWiki:Password"] = options.ClientSecret,
            ["MediaWiki:Namespaces:0"] = "0", ["MediaWiki:Namespaces:1"] = "3000", ["MediaWiki:StaffNamespaces:0"] = "3000",
        };
        foreach (var (name, value) in settings ?? [])
            values[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddServiceNow(configuration).AddConfluence(configuration).AddMediaWiki(configuration);
        configure?.Invoke(services);
        return new KnowledgeSystems(simulator, services.BuildServiceProvider(), time);
    }

    /// <summary>Reads until there is nothing more, as the product does.</summary>
    public async Task<KnowledgeReading> ReadAsync(string source, string? from = null)
    {
        var (found, removed) = (new List<KnowledgeArticle>(), new List<string>());
        IReadOnlySet<string>? all = null;
        for (var calls = 1; ; calls++)
        {
            var changes = await Source(source).ReadAsync(from, default);
            found.AddRange(changes.Articles);
            removed.AddRange(changes.Removed);
            all = changes.All ?? all;
            from = changes.Next;
            calls.ShouldBeLessThan(100);
            if (!changes.HasMore)
                return new KnowledgeReading(found, removed, all, from);
        }
    }

    public Task<bool> MayReadAsync(string source, string article, SimulatedPerson person, bool isStaff = false) =>
        Source(source).MayReadAsync(article, new KnowledgeReader(new PersonId(person.Id), person.Mail!, isStaff), default);

    public async Task PutAsync(string path, object body) => (await Control.PutAsJsonAsync($"/simulator/knowledge/{path}", body)).EnsureSuccessStatusCode();

    public async Task DeleteAsync(string path) => (await Control.DeleteAsync(new Uri($"/simulator/knowledge/{path}", UriKind.Relative))).EnsureSuccessStatusCode();

    public async Task PostAsync(string path) => (await Control.PostAsync(new Uri($"/simulator/knowledge/{path}", UriKind.Relative), null)).EnsureSuccessStatusCode();

    public void Fault(string system, FaultKind kind, string path = "*", string? method = null, int? count = 1) =>
        _simulator.Services.GetRequiredService<Faults>().Set(new Fault { Id = $"{system}/{kind}/{path}", System = system, Kind = kind, Path = path, Method = method, Count = count });

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _product.DisposeAsync();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
    }
}

/// <summary>What a whole reading found.</summary>
public sealed record KnowledgeReading(IReadOnlyList<KnowledgeArticle> Found, IReadOnlyList<string> Removed, IReadOnlySet<string>? All, string Next)
{
    public KnowledgeArticle One(string title) => Found.Where(article => article.Title == title).ShouldHaveSingleItem();
}
