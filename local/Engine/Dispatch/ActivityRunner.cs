using System.Diagnostics;
using System.Globalization;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Turns;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using ActivityContext = HelpDesk.Orchestrations.Foundation.Durable.ActivityContext;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>Runs one attempt of one activity in its own scope, and decides what its end means: an answer, or another attempt.</summary>
internal sealed class ActivityRunner(EngineRuntime engine)
{
    public async Task RunAsync(PendingActivity activity)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{activity.InstanceId}/{activity.Step}");
        using var span = EngineTelemetry.Begin($"activity {activity.Name}", activity.Trace, activity.InstanceId);
        try
        {
            var input = activity.Input ?? engine.Readers.Read(r => r.ActivityInput(activity.Row, activity.Step));
            if (input is null)
                return;
            if (engine.Catalog.Activity(activity.Name) is not { } reference)
            {
                engine.Activities.End(activity);
                engine.Writer.Enqueue(new SuspendWrite(
                    engine, activity.InstanceId, activity.Row, $"step {activity.Step}: activity {activity.Name} is not registered in this program.", []));
                return;
            }

            await using var scope = engine.Scopes.CreateAsyncScope();
            var context = new ActivityContext(activity.InstanceId, key, activity.Attempt, engine.Stopping);
            var result = await reference.RunAsync(scope.ServiceProvider, context, input);
            Answer(activity, HistoryKind.ActivityCompleted, Payload.Require(result, $"{key} activity:{activity.Name} result"));
        }
        catch (Exception) when (engine.Stopping.IsCancellationRequested)
        {
            // Its row is still there: it runs again at the next start, which is what its cancellation promised.
            span?.SetStatus(ActivityStatusCode.Unset, "stopped");
        }
        catch (EngineStoppedException error)
        {
            engine.Fail(error);
        }
        catch (VendorException error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.Code);
            Fail(activity, key, ErrorText.Of(error), error.RetryAfter);
        }
        catch (Exception error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            engine.Log.Defect(activity.Name, key, error.GetType().Name, error.StackTrace);
            Fail(activity, key, ErrorText.Of(error), retryAfter: null);
        }
    }

    private void Fail(PendingActivity activity, string key, StepFailure failure, TimeSpan? retryAfter)
    {
        var retry = activity.Retry is null ? RetryPolicy.None : DurableJson.Read<RetryPolicy>(activity.Retry);
        if (failure.IsRetryable && activity.Attempt < retry.MaxAttempts)
        {
            var now = engine.Time.GetUtcNow().ToUniversalTime();
            var delay = retry.DelayAfter(activity.Attempt, retryAfter);
            if (retry.GiveUpAfter is not { } limit || now + delay <= activity.FirstAt + limit)
            {
                engine.Log.Retrying(activity.Name, key, failure.Code, activity.Attempt, delay);
                // The input is read back for the next attempt: an outage of an hour must not hold every input in memory.
                engine.Writer.Enqueue(new RetryWrite(engine, activity with { Attempt = activity.Attempt + 1, DueAt = now + delay, Input = null }));
                return;
            }
        }

        engine.Log.GaveUp(activity.Name, key, failure.Code, activity.Attempt);
        Answer(activity, HistoryKind.ActivityFailed, failure.ToJson());
    }

    private void Answer(PendingActivity activity, HistoryKind kind, string payload)
    {
        engine.Activities.End(activity);
        engine.Scheduler.Deliver(activity.InstanceId, new Message(kind, activity.Step, activity.Name, payload));
    }
}
