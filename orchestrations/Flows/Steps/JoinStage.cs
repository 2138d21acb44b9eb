using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's wait for the open case that this ticket joined. The end of that case wakes it; the pauses are for a lost event.</summary>
internal static class JoinStage
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>Waits until the other case is over, a person is asked for here, or the ticket that waits is withdrawn, changed, resolved or taken by a person.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="caseId">The case that waits.</param>
    /// <param name="otherCaseId">The case that it joined.</param>
    /// <param name="wait">How often this workflow waited for a case before, from 0: an event's name is used once.</param>
    public static async Task<ReadJoined.Result> UntilOverAsync(WorkflowContext context, CaseId caseId, CaseId otherCaseId, int wait)
    {
        context.SetStatus("Waiting for another ticket of the same person");
        var pause = FirstPause;
        for (var reads = 1; ; reads++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"joined-{wait}-{reads}");
            var seen = await context.CallAsync(ReadJoined.Reference, new ReadJoined.Input(caseId, otherCaseId, next) { ReadsTicket = reads > 1 }, RetryPolicy.Vendor);
            if (seen.IsOver || seen.PersonWanted || seen.Stop is not null)
                return seen;
            await context.WaitForEventAsync<Unit>(next, context.UtcNow + pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
