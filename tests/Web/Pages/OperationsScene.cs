using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What operators look at: dead letters and timers.</summary>
public static class OperationsScene
{
    public const string Readable = "servicenow-0000000000000000000000000000000a";
    public const string Unreadable = "f3f1c1b2-0000-4000-8000-00000000dead";

    private const string Hostile = "</td><script>alert(4)</script> \u202egnihton\u202c";

    /// <summary>Two timers of a head.</summary>
    public static void AddTimers(IServiceCollection services) => services
        .AddSingleton(new TimerPlan("watchdog", "Looks for cases that do not move", TimeSpan.FromMinutes(15)))
        .AddSingleton(new TimerPlan("audit-checkpoint", "Signs where all audit chains end", TimeSpan.FromHours(1)));

    /// <summary>Two dead letters that wait: one of a ticket, one that nobody can read.</summary>
    public static async Task SeedLettersAsync(PagesHost host)
    {
        var letters = host.Get<DeadLetters>();
        var message = new QueuedTicket(new TicketReference("servicenow", Readable["servicenow-".Length..], "INC0010077"), TicketEventKind.Created, "d1", host.Time.GetUtcNow(), null);
        await letters.KeepAsync(Readable, message, "MaxDeliveryCountExceeded", "Message could not be consumed after 10 delivery attempts.", default, 10);
        await letters.KeepAsync(Unreadable, null, DeadLetters.Malformed, $"The message is no ticket. {Hostile}", default);
    }

    /// <summary>A bad day: letters open and decided, a timer that failed and one that stands still.</summary>
    public static async Task SeedBadDayAsync(PagesHost host)
    {
        await SeedLettersAsync(host);
        await host.Get<DeadLetters>().KeepAsync("m-decided", null, DeadLetters.Malformed, "The message is no ticket.", default, 1);
        await host.Get<DeadLetterService>().DiscardAsync("m-decided", $"person:{FakeDirectory.Otto.Id}", "A load test wrote it into the queue.", default);
        await host.Get<TimerRuns>().RunAsync("watchdog", _ => Task.FromResult("2 do not move: servicenow-a1, servicenow-b1."), default);
        host.Time.Advance(TimeSpan.FromMinutes(40));
        await host.Get<TimerRuns>().RunAsync(
            "audit-checkpoint", _ => throw new VendorException("key-vault", "403", "Key Vault refused the app's identity: give it Key Vault Crypto User on the key (403).", isRetryable: false), default);
    }
}
