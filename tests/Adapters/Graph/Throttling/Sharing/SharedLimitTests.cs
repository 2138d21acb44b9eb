using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;

namespace HelpDesk.Adapters.Tests.Graph.Throttling.Sharing;

/// <summary>Instances that divide Graph's limits through the record store, against the simulator's throttling. All on clocks that tests move.</summary>
public sealed class SharedLimitTests(ITestOutputHelper output) : IDisposable
{
    private const string Partition = "default|instances";
    private const string Row = "graph-limits";
    private static readonly double AtLeast = 1.0 / 20;

    private readonly SharedTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    /// <summary>The figures of docs/decisions/0065.</summary>
    [Fact]
    public async Task TwoInstances_WithAndWithoutSharing_AreThrottledOnlyWithout()
    {
        using var apart = new SharedTenant();
        apart.Start(instances: 1, shares: false);
        apart.Start(instances: 1, shares: false);
        using var fixedPart = new SharedTenant();
        fixedPart.Start(instances: 20, shares: false);
        fixedPart.Start(instances: 20, shares: false);
        _tenant.Start();
        _tenant.Start();

        await apart.RunAsync(120);
        await fixedPart.RunAsync(120);
        await _tenant.RunAsync(120);

        output.WriteLine($"no sharing, each as if alone: {Told(apart)}\nno sharing, a twentieth each: {Told(fixedPart)}\nsharing: {Told(_tenant)}");
        // Of Intune and the reports Graph does not say how much is used, so nothing but a 429 tells one of the other.
        apart.Of("intune-writes").Refused.ShouldBeGreaterThan(0);
        apart.Of("reporting").Refused.ShouldBeGreaterThan(0);
        fixedPart.Graph.Figures.Refused.ShouldBe(0);
        _tenant.Graph.Figures.Refused.ShouldBe(0, Told(_tenant));
        Useful(_tenant).ShouldBeGreaterThan(5 * Useful(fixedPart), $"{Told(_tenant)}; with fixed parts {Told(fixedPart)}");
    }

    [Fact]
    public async Task Instances_ThatComeAndGo_ShareAnewAndAreNeverThrottled()
    {
        var first = _tenant.Start();
        await _tenant.RunAsync(30);
        first.Part.ShouldBe(1);

        var second = _tenant.Start();
        await _tenant.RunAsync(30);
        (first.Part, second.Part).ShouldBe((0.5, 0.5));

        _tenant.Kill(second);
        await _tenant.RunAsync(40);
        first.Part.ShouldBe(0.5, "a killed instance has its part until it is known to be dead");
        await _tenant.RunAsync(40);
        first.Part.ShouldBe(1);

        var third = _tenant.Start();
        await _tenant.RunAsync(40);
        await third.Lease.LeaveAsync(default);
        _tenant.Kill(third);
        await _tenant.RunAsync(15);
        first.Part.ShouldBe(1, "an instance that stops gives its part back at once");

        _tenant.Graph.Figures.Refused.ShouldBe(0, Told(_tenant));
    }

    [Fact]
    public async Task Instance_ThatDoesNotUseGraph_LeavesItsPartToTheOthers()
    {
        var (busy, idle) = (_tenant.Start(), _tenant.Start());
        await _tenant.RunAsync(30);
        idle.Part.ShouldBe(0.5);

        await _tenant.RunAsync(90, idle);

        (busy.Part, idle.Part).ShouldBe((1, AtLeast));
        await _tenant.RunAsync(30);
        (busy.Part, idle.Part).ShouldBe((0.5, 0.5));
        _tenant.Graph.Figures.Refused.ShouldBe(0, Told(_tenant));
    }

    [Fact]
    public async Task Store_Away_KeepsThePartForAWhileAndThenNoMoreThanTheSettingGives()
    {
        var host = _tenant.Start();
        await _tenant.RunAsync(30);

        _tenant.Store.IsDown = true;
        await _tenant.RunAsync(25);
        host.Part.ShouldBe(1);
        await _tenant.RunAsync(25);
        host.Part.ShouldBe(AtLeast);

        _tenant.Store.IsDown = false;
        await _tenant.RunAsync(10);
        host.Part.ShouldBe(1);
    }

    [Fact]
    public async Task Store_AwayWithMoreInstancesThanTheSettingSays_KeepsTheSmallerPart()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => _tenant.Start(instances: 2)).ToList();
        await _tenant.RunAsync(60);
        hosts.ShouldAllBe(host => host.Part == 0.25);

        _tenant.Store.IsDown = true;
        await _tenant.RunAsync(120);

        hosts.ShouldAllBe(host => host.Part == 0.25);
    }

    [Fact]
    public async Task Store_NeverThere_GivesWhatTheSettingSays()
    {
        _tenant.Store.IsDown = true;
        var host = _tenant.Start();

        await _tenant.RunAsync(90);

        host.Part.ShouldBe(AtLeast);
        _tenant.Graph.Figures.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task Clocks_YearsApart_ChangeNothing()
    {
        var behind = _tenant.Start(clock: new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var ahead = _tenant.Start(clock: new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await _tenant.RunAsync(60);
        (behind.Part, ahead.Part).ShouldBe((0.5, 0.5));

        _tenant.Kill(ahead);
        await _tenant.RunAsync(80);
        behind.Part.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"instances":null}""")]
    [InlineData("""{"instances":{"x":null}}""")]
    [InlineData("""{"instances":{"x":{"beat":1,"part":-5}}}""")]
    [InlineData("""{"instances":{"x":{"beat":1,"part":1e9}}}""")]
    [InlineData("""{"instances":{"x":{"beat":"one","part":0.5}}}""")]
    public async Task Record_ThatNoInstanceWrote_GivesNoMoreThanTheSettingAndHeals(string written)
    {
        _tenant.Store.Tamper(Tables.Flags, Partition, Row, written);
        var host = _tenant.Start();
        await host.SendAsync("GET", "/subscribedSkus", most: 1);

        await host.TickAsync();
        host.Part.ShouldBe(AtLeast);

        await _tenant.RunAsync(15);
        host.Part.ShouldBe(1);
    }

    [Fact]
    public async Task Record_WithInventedInstances_NarrowsUntilTheyAreKnownToBeDead()
    {
        var invented = new LimitShares(Enumerable.Range(0, 50).ToDictionary(one => $"i{one}", _ => new InstanceShare(long.MaxValue, 1)));
        _tenant.Store.Tamper(Tables.Flags, Partition, Row, DurableJson.Write(invented));
        var host = _tenant.Start();

        await _tenant.RunAsync(30);
        host.Part.ShouldBe(1.0 / 51, 1e-9);
        await _tenant.RunAsync(60);
        host.Part.ShouldBe(1);
    }

    /// <summary>Whoever comes, goes, dies or beats first: what all have together is never more than there is, but for what each has at least.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Parts_OfInstancesThatComeAndGoAtRandom_AreNeverMoreThanTheWhole(int seed)
    {
        var chance = new Random(seed);
        var running = new List<SharingHost>();
        for (var round = 0; round < 60; round++)
        {
            switch (chance.Next(4))
            {
                case 0 when running.Count < 6:
                    running.Add(_tenant.Start(instances: 100));
                    break;
                case 1 when running.Count > 1:
                    _tenant.Kill(running[0]);
                    running.RemoveAt(0);
                    break;
                case 2:
                    _tenant.Store.IsDown = !_tenant.Store.IsDown;
                    break;
            }

            await _tenant.RunAsync(chance.Next(1, 25));
            running.Sum(host => host.Part).ShouldBeLessThanOrEqualTo(1 + (0.01 * running.Count) + 1e-9, $"round {round}");
        }
    }

    [Fact]
    public async Task Beat_ThatAnotherInstanceOvertakes_ReadsAgain()
    {
        var (first, second) = (_tenant.Start(), _tenant.Start());
        await first.SendAsync("GET", "/subscribedSkus", most: 1);
        await second.SendAsync("GET", "/subscribedSkus", most: 1);
        _tenant.Store.BeforeWrite = async () =>
        {
            _tenant.Store.BeforeWrite = static () => Task.CompletedTask;
            await second.TickAsync();
        };

        await first.TickAsync();

        (first.Part, second.Part).ShouldBe((AtLeast, 1));
    }

    [Fact]
    public void Hosts_ThatUseGraph_ShareWhileTheyRun()
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton<IRecordStore>(_tenant.Store)
            .AddGraph(new ConfigurationBuilder().Build()).BuildServiceProvider();

        services.GetServices<IHostedService>().OfType<ShareBeats>().ShouldHaveSingleItem();
    }

    private static double Useful(SharedTenant tenant) => tenant.Of("identity-units").Used;

    private static string Told(SharedTenant tenant) =>
        string.Join("; ", tenant.Graph.Figures.Limits.Select(limit => $"{limit.Limit}: {limit.Requests} requests ({limit.Used}), {limit.Refused} refused, peak {limit.Peak:0.00}"));
}
