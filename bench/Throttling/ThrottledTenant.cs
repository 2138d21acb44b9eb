using System.Net.Http.Headers;
using System.Net.Http.Json;
using HelpDesk.Adapters.Graph;
using HelpDesk.Bench.Product;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Graph.Throttling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Bench.Throttling;

/// <summary>The simulated tenant as a process of its own that keeps Graph's limits, and the adapter that talks to it with the real SDK.</summary>
internal sealed class ThrottledTenant : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly Uri _url;
    private readonly HttpClient _http = new();
    private readonly BenchToken _token;

    private ThrottledTenant(ChildProcess process, Uri url, BenchToken token) => (_process, _url, _token) = (process, url, token);

    public static async Task<ThrottledTenant> StartAsync(CancellationToken cancellation)
    {
        var url = FreePort.Url();
        var process = ChildProcess.Start(typeof(SimulatorOptions).Assembly.Location, ["--Url", url.GetLeftPart(UriPartial.Authority)]);
        await process.UntilAnswersAsync(new Uri(url, "/simulator/people"), cancellation);
        using var http = new HttpClient();
        var tenant = new ThrottledTenant(process, url, await BenchToken.AskAsync(http, url, cancellation));
        tenant._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant._token.Text);
        return tenant;
    }

    /// <summary>The catalogue of an app that has just been started, its governor included.</summary>
    /// <param name="size">Size of the tenant that it is told.</param>
    /// <param name="pace">Bulk requests a second at most.</param>
    public ServiceProvider NewApp(ModelSize size, int pace)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Graph:BaseUrl"] = new Uri(_url, "/v1.0").AbsoluteUri,
            ["Graph:TenantSize"] = $"{size}",
            ["Graph:BulkRequestsPerSecond"] = $"{pace}",
        }).Build();
        return new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None)).AddSingleton<Azure.Core.TokenCredential>(_token).AddGraph(settings).BuildServiceProvider();
    }

    /// <summary>Puts limits on, all of them unused, and counts anew.</summary>
    public async Task SetAsync(ModelSize size, CancellationToken cancellation)
    {
        using var response = await _http.PutAsync(new Uri(_url, $"/simulator/throttling/{size}"), null, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public async Task<ThrottleFigures> FiguresAsync(CancellationToken cancellation) =>
        (await _http.GetFromJsonAsync<ThrottleFigures>(new Uri(_url, "/simulator/throttling"), cancellation))!;

    /// <summary>Blocks the sign-in of people that may be blocked, while no limit is on.</summary>
    /// <returns>Their object ids.</returns>
    public Task<IReadOnlyList<string>> BlockedAsync(int count, CancellationToken cancellation) => BlockedPeople.TakeAsync(_http, _url, count, cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
