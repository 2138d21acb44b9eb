using System.Globalization;
using System.Net;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Graph.Throttling;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Graph.Throttling.Sharing;

/// <summary>One instance of the product: its own clock, governor and lease, sending as much as it is let.</summary>
internal sealed class SharingHost : IDisposable
{
    private static readonly GraphContract Contract = new();

    private readonly FakeTimeProvider _time;
    private readonly QuotaMetrics _metrics = new();
    private readonly ThrottleGovernor _governor;
    private readonly ThrottleModel _graph;

    public SharingHost(ThrottleModel graph, IRecordStore? store, int instances, DateTimeOffset? clock = null)
    {
        _graph = graph;
        _time = new FakeTimeProvider(clock ?? DateTimeOffset.UnixEpoch.AddYears(56));
        var quotas = GraphQuotas.Of(new GraphOptions { Instances = instances, LongestWait = TimeSpan.Zero });
        _governor = new ThrottleGovernor(quotas, _metrics, _time, NullLogger<ThrottleGovernor>.Instance);
        Lease = new ShareLease(_governor, quotas, store is null ? null : new ShareRow(store), _time, NullLogger<ShareLease>.Instance);
    }

    public ShareLease Lease { get; }

    public double Part => Lease.Part;

    public void Advance(TimeSpan time) => _time.Advance(time);

    public Task TickAsync() => Lease.TickAsync(CancellationToken.None);

    /// <summary>Sends as many of these as its limits let out now.</summary>
    public async Task<int> SendAsync(string method, string path, int most = int.MaxValue)
    {
        var cost = RequestCosts.Of(new HttpMethod(method), new Uri($"https://graph.test/v1.0{path}"));
        for (var sent = 0; sent < most; sent++)
        {
            TimeSpan at;
            try
            {
                at = await _governor.EnterAsync(cost, isBulk: false, CancellationToken.None);
            }
            catch (VendorException)
            {
                return sent;
            }

            var operation = Contract.Operations.Single(one => one.Name == $"{method} {path}");
            var said = _graph.Count(operation, new(method, path, new Dictionary<string, string>(), new Dictionary<string, string>(), null, [], new SimulatorOptions().ClientId, "", ""));
            var wait = said.Refusal?.Headers?.GetValueOrDefault("Retry-After");
            _governor.Answered(cost, isBulk: false, new ThrottleAnswer(
                said.Refusal is null ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests,
                wait is null ? null : TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)),
                said.Units > 0 ? said.Units : null, said.Units > 0 && said.Level > 0.8 ? said.Level : null, null, null), at);
            _governor.Leave(cost);
        }

        return most;
    }

    public void Dispose()
    {
        _governor.Dispose();
        _metrics.Dispose();
    }
}
