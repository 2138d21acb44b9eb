using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Web.Tests.Pages;

public sealed class TimerTests
{
    [Fact]
    public async Task Get_Operator_ShowsEachTimerWithItsLastRun()
    {
        await using var host = await PagesHost.StartAsync(change: OperationsScene.AddTimers);
        await host.Get<TimerRuns>().RunAsync("watchdog", _ => Task.FromResult("Every case moves."), default);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync("/operations");

        page.ShouldContain("Every case moves.");
        page.ShouldContain("24 Nov 2026, 09:45");
        page.ShouldContain("Hasn't run yet");
        page.ShouldNotContain("Overdue");
        (await client.TextAsync("/")).ShouldNotContain("still:");
    }

    [Fact]
    public async Task Get_TimerFailedOrLate_IsMarkedThereAndOnTheFirstPage()
    {
        await using var host = await PagesHost.StartAsync(change: OperationsScene.AddTimers);
        var runs = host.Get<TimerRuns>();
        await runs.RunAsync("watchdog", _ => Task.FromResult("Every case moves."), default);
        host.Time.Advance(TimeSpan.FromMinutes(40));
        await runs.RunAsync("audit-checkpoint", _ => throw new VendorException("key-vault", "403", "Key Vault refused <b>.", isRetryable: false), default);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync("/operations");

        page.ShouldContain("Overdue");
        page.ShouldContain("Failed");
        page.ShouldContain("Key Vault refused <b>.");
        (await (await client.GetAsync("/operations")).Content.ReadAsStringAsync()).ShouldNotContain("<b>");
        (await client.TextAsync("/")).ShouldContain("Timers failed or are overdue:</strong> audit-checkpoint, watchdog");
    }

    [Fact]
    public async Task Get_HeadWithoutTimers_SaysSo()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync("/operations")).ShouldContain("This host runs no timers.");
    }
}
