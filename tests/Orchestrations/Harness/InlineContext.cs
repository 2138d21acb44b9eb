using System.Globalization;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>
/// Runs a workflow at once, over virtual time: activities are run for real with their retries, sleeps move the clock, and what
/// happens during a wait is the test's to say.
/// </summary>
public sealed class InlineContext(IServiceProvider services, FakeTimeProvider time, string instanceId) : WorkflowContext
{
    private int _steps;
    private int _guids;

    /// <summary>Called at every wait with the event's name; returns true when the event arrived. Default: nothing happens until the deadline.</summary>
    public Func<string, Task<bool>> OnWait { get; set; } = _ => Task.FromResult(false);

    /// <summary>True when the process dies after that activity and before its result is kept: it is run once more. Default: never.</summary>
    public Func<string, bool> DiesAfter { get; set; } = _ => false;

    /// <summary>What a history that somebody wrote into says of an activity: its name and its real result. Default: the result.</summary>
    public Func<string, string, string> History { get; set; } = static (_, output) => output;

    public List<string> Waits { get; } = [];

    /// <summary>True for a child that runs beside its parent: it sleeps until others have moved the clock.</summary>
    public bool IsBeside { get; init; }

    public override string InstanceId => instanceId;

    public override DateTimeOffset UtcNow => time.GetUtcNow();

    public override bool IsReplaying => false;

    public override Guid NewGuid() => new(++_guids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public override async Task<TOut> CallAsync<TIn, TOut>(ActivityReference<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{instanceId}/{++_steps}");
        var payload = Payload.Write(input, activity.Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var output = await activity.RunAsync(services, new ActivityContext(instanceId, key, attempt, CancellationToken.None), payload);
                if (DiesAfter(activity.Name))
                    output = await activity.RunAsync(services, new ActivityContext(instanceId, key, attempt, CancellationToken.None), payload);
                return DurableJson.Read<TOut>(Payload.Require(History(activity.Name, output), activity.Name));
            }
            catch (VendorException fault) when (fault.IsRetryable && attempt < Math.Min(50, (retry ?? RetryPolicy.None).MaxAttempts))
            {
                time.Advance(retry!.DelayAfter(attempt, fault.RetryAfter));
            }
            catch (VendorException fault)
            {
                throw new StepFailedException(activity.Name, fault.Code, fault.Message, fault.IsRetryable);
            }
            catch (InvalidOperationException fault)
            {
                // As an engine keeps it: type and place, never the message.
                throw new StepFailedException(activity.Name, nameof(InvalidOperationException), ErrorText.Of(fault).Message);
            }
        }
    }

    public override Task<TOut> CallChildAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, TIn input, string? childId = null)
    {
        if (workflow.Name != NoticeWorkflow.Reference.Name)
            return workflow.Create().RunAsync(this, input);
        // No workflow waits for a notice: it has a context of its own, whose sleeps do not move the clock.
        var beside = new InlineContext(services, time, ChildIdOf(instanceId, ++_steps)) { DiesAfter = DiesAfter, IsBeside = true };
        return workflow.Create().RunAsync(beside, input);
    }

    public override Task SleepUntilAsync(DateTimeOffset moment)
    {
        if (IsBeside)
            return moment > UtcNow ? Task.Delay(moment - UtcNow, time) : Task.CompletedTask;
        if (moment > UtcNow)
            time.SetUtcNow(moment);
        return Task.CompletedTask;
    }

    public override async Task<EventOutcome<T>> WaitForEventAsync<T>(string name, DateTimeOffset deadline)
    {
        Waits.Add(name);
        if (await OnWait(name))
            return new EventOutcome<T>(true, default);
        if (deadline > UtcNow)
            time.SetUtcNow(deadline);
        return new EventOutcome<T>(false, default);
    }

    public override void SetStatus(string status)
    {
    }

    public override void ContinueAsNew<TIn>(TIn input) => throw new InvalidOperationException("No workflow of this product continues as new here.");
}
