using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>A background service that ends by itself ends the program loudly.</summary>
public sealed class BackgroundFailureTests
{
    public static TheoryData<Exception, string> Failures => new()
    {
        { new InvalidOperationException("details that may hold ticket text"), "InvalidOperationException" },
        { new VendorException("store", "full", "The disk of HelpDesk:DataDirectory is full.", isRetryable: false), "HelpDesk:DataDirectory is full" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Run_ABackgroundServiceEndsUnexpectedly_SaysWhichAndDoesNotEndWell(Exception failure, string said)
    {
        using var place = new HelpDeskPlace();
        // It may end while the host still starts, or later.
        var end = await Should.ThrowAsync<StartRefusedException>(async () =>
        {
            await using var head = await LocalHost.StartAsync(LocalSettings.Read(place.Settings), default, services => services.AddSingleton<IHostedService>(new Breaks(failure)));
            await head.RunUntilStoppedAsync(default);
        });

        end.ExitCode.ShouldBe(ExitCode.Machine);
        end.Reasons.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.ShouldContain(nameof(Breaks)), line => line.ShouldContain(said), line => line.ShouldNotContain("ticket text"), line => line.ShouldNotContain("\n"));
    }

    private sealed class Breaks(Exception failure) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw failure;
        }
    }
}
