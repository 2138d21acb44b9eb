using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's wait until what the runbook promises the person is true, or is not in its time. Short pauses at first: most outcomes show at once.</summary>
internal static class OutcomeStage
{
    // From here on it is said to the requester and shown as a state of its own; chosen because nobody waits at a screen for longer.
    private static readonly TimeSpan LongAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads until it is decided.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="plan">The plan whose steps were read back.</param>
    /// <param name="since">When its first step began, UTC.</param>
    /// <param name="appHint">How the ticket names an application; null when it does not.</param>
    /// <param name="whenLong">Called once when it takes longer.</param>
    public static async Task<OutcomeEnd> RunAsync(WorkflowContext context, PlanReference plan, DateTimeOffset since, string? appHint, Func<Task> whenLong)
    {
        context.SetStatus("Checking whether it worked");
        var from = context.UtcNow;
        var pause = FirstPause;
        var wasLong = false;
        IReadOnlyList<string> settled = [];
        for (var reads = 1; ; reads++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"outcome-{reads}");
            var isLong = context.UtcNow - from >= LongAfter;
            var read = await context.CallAsync(ReadOutcome.Reference, new ReadOutcome.Input(plan, since, from, settled, next, isLong, appHint) { ReadsTicket = reads > 1 }, RetryPolicy.Vendor);
            if (read.State == OutcomeState.Missed)
                return new OutcomeEnd(false, $"Everything was done and read back, and the problem is not solved. {read.Why}");
            // Also when all of it is true: what the requester says, or a person who has the ticket, comes before closing it.
            var seen = read.State == OutcomeState.Holds ? "Everything was done, and it works as read back." : read.Why;
            if (read.PersonWanted)
                return new OutcomeEnd(false, $"A person was asked for while it was checked whether it worked. {seen}");
            if (read.Stop is { } stop)
                return new OutcomeEnd(false, $"{stop} It was still being checked whether it worked. {seen}");
            if (read.State == OutcomeState.Holds)
                return OutcomeEnd.Reached;
            if (isLong && !wasLong)
            {
                wasLong = true;
                await whenLong();
            }

            settled = read.Settled;
            pause = pause < read.Every ? pause : read.Every;
            await context.WaitForEventAsync<Unit>(next, context.UtcNow + pause);
            pause *= 2;
        }
    }
}

/// <summary>Whether what the runbook promises is true.</summary>
/// <param name="IsReached">True when it was read back.</param>
/// <param name="Why">Why it is not, for the person who takes over; null when it is.</param>
internal sealed record OutcomeEnd(bool IsReached, string? Why)
{
    /// <summary>All of it is true.</summary>
    public static OutcomeEnd Reached { get; } = new(true, null);
}
