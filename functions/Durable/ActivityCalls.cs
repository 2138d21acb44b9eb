using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;
using RetryPolicy = HelpDesk.Orchestrations.Foundation.Durable.RetryPolicy;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// Calls activity functions for a workflow and repeats them by the port's policy. Durable's own retries know neither which fault is worth
/// repeating nor a vendor's Retry-After.
/// </summary>
internal sealed class ActivityCalls(TaskOrchestrationContext durable, OpenTimers timers, string? trace, string? share)
{
    // Chosen because with a minute between them this is longer than any deployment or crash loop that no undo needed.
    private const int MostInterruptions = 100;

    private static readonly ActivityError Interrupted =
        new("Interrupted", "The activity function did not end: its process died or was stopped. Its log says why.", IsRetryable: true, RetryAfter: null);

    /// <summary>Gives the activity's result as JSON.</summary>
    /// <exception cref="StepFailedException">The last attempt failed, or the failure is not worth repeating.</exception>
    public async Task<string> RunAsync(string activity, string key, string inputJson, RetryPolicy policy)
    {
        var (firstAttempt, interruptions) = (timers.Now, 0);
        for (var attempt = 1; ; attempt++)
        {
            var reply = await AttemptAsync(activity, new ActivityRequest(durable.InstanceId, key, attempt, inputJson, trace, share));
            if (reply.Fault is not { } fault)
                return reply.OutputJson ?? "null";

            TimeSpan delay;
            if (ReferenceEquals(fault, Interrupted))
            {
                // No attempt of the policy: it promises one at least, and a process that died made none.
                attempt--;
                delay = RetryPolicy.Vendor.DelayAfter(++interruptions, retryAfter: null);
                if (interruptions > MostInterruptions)
                    throw Failed(activity, fault);
            }
            else
            {
                delay = policy.DelayAfter(attempt, fault.RetryAfter);
                if (!fault.IsRetryable || attempt >= policy.MaxAttempts || timers.Now + delay - firstAttempt > policy.GiveUpAfter)
                    throw Failed(activity, fault);
            }

            await timers.UntilAsync(timers.Now + delay);
        }
    }

    private static StepFailedException Failed(string activity, ActivityError fault) => new(activity, fault.Code, fault.Message, fault.IsRetryable);

    private async Task<ActivityReply> AttemptAsync(string activity, ActivityRequest request)
    {
        try
        {
            return await durable.CallActivityAsync<ActivityReply>(activity, request);
        }
        catch (TaskFailedException)
        {
            return new ActivityReply(null, Interrupted);
        }
    }
}
