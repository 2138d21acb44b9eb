using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>How a workflow waits for a target that another case changes.</summary>
internal static class TargetWait
{
    /// <summary>How long: as long as a vendor is waited for (<see cref="RetryPolicy.Vendor"/>); then a person looks.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Asks again until the target is free or the patience is over; gives the last answer.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="isBusy">True for an answer that says to ask again.</param>
    /// <param name="patience">How long; null = <see cref="Longest"/>.</param>
    public static async Task<T> UntilFreeAsync<T>(WorkflowContext context, Func<Task<T>> ask, Func<T, bool> isBusy, TimeSpan? patience = null)
    {
        var until = context.UtcNow + (patience ?? Longest);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var answer = await ask();
            if (!isBusy(answer) || context.UtcNow >= until)
                return answer;
            context.SetStatus("Waiting for another case that changes the same target");
            await context.SleepUntilAsync(context.UtcNow + pause);
        }
    }
}
