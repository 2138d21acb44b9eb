using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Graph.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Graph.Throttling.Sharing;

/// <summary>The simulator's throttling of a small tenant, a record store, and the instances that meet there.</summary>
internal sealed class SharedTenant : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new();
    private readonly List<SharingHost> _all = [];
    private readonly List<SharingHost> _running = [];
    private int _steps;

    public SharedTenant() => Graph = new ThrottleModel(new SimulatorOptions { GraphLimits = ModelSize.Small }, _time);

    public ThrottleModel Graph { get; }

    public MemoryRecordStore Store { get; } = new();

    public SharingHost Start(int instances = 20, bool shares = true, DateTimeOffset? clock = null)
    {
        var host = new SharingHost(Graph, shares ? Store : null, instances, clock);
        _all.Add(host);
        _running.Add(host);
        return host;
    }

    /// <summary>It is gone from one moment to the next, as after kill -9.</summary>
    public void Kill(SharingHost host) => _running.Remove(host);

    /// <summary>Time passes; every instance sends all it may, and ticks as the host lets it. Idle ones only tick.</summary>
    public async Task RunAsync(int seconds, params SharingHost[] idle)
    {
        for (var end = _steps + (seconds * 2); _steps < end; _steps++)
        {
            foreach (var host in _running)
            {
                if (!idle.Contains(host))
                {
                    await host.SendAsync("GET", "/subscribedSkus");
                    await host.SendAsync("POST", "/deviceManagement/managedDevices/{managedDevice-id}/syncDevice");
                    await host.SendAsync("GET", "/auditLogs/signIns");
                }

                if (_steps % 10 == 0)
                    await host.TickAsync();
            }

            _time.Advance(Step);
            foreach (var host in _all)
                host.Advance(Step);
        }
    }

    public LimitFigures Of(string limit) => Graph.Figures.Limits.Single(one => one.Limit == limit);

    public void Dispose()
    {
        foreach (var host in _all)
            host.Dispose();
    }
}
