using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>How a workflow polls for an effect.</summary>
internal static class ReadBacks
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads back until the effect shows, has failed or the patience is over; short pauses at first, because most effects show at once and a person waits.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="patience">How long the effect may take.</param>
    /// <param name="longestPause">Longest pause between two read-backs.</param>
    /// <param name="read">Reads back once; told whether it is the last time.</param>
    public static async Task<ReadBack> UntilShownAsync(WorkflowContext context, TimeSpan patience, TimeSpan longestPause, Func<bool, Task<ReadBack>> read)
    {
        var until = context.UtcNow + patience;
        var pause = FirstPause < longestPause ? FirstPause : longestPause;
        while (true)
        {
            var isLast = context.UtcNow >= until;
            var found = await read(isLast);
            if (isLast || found.Outcome != ReadBackOutcome.Pending)
                return found;
            await context.SleepUntilAsync(context.UtcNow + pause);
            pause = pause * 2 < longestPause ? pause * 2 : longestPause;
        }
    }
}
