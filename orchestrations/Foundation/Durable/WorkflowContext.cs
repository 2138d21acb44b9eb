using System.Globalization;

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// All that a workflow may touch. Everything here is recorded in the instance's history, so that the same code, replayed,
/// takes the same way. A workflow awaits only tasks that came from its context (also through <c>Task.WhenAll</c>/<c>WhenAny</c>).
/// </summary>
public abstract class WorkflowContext
{
    /// <summary>Longest status in characters; what is longer is cut. Chosen because it is one line of a table.</summary>
    public const int LongestStatus = 200;

    /// <summary>Id of this instance; derived from the ticket id, so that a second start is no start.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The time of the turn that runs now, in UTC; the same on every replay.</summary>
    public abstract DateTimeOffset UtcNow { get; }

    /// <summary>True while the code only repeats what the history already holds.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>A GUID derived from the instance id and a counter: new in every call, the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>
    /// Runs an activity at least once and gives its recorded result. Its idempotency key is <c>instance/step</c>, the same over
    /// all attempts.
    /// </summary>
    /// <param name="activity">The activity's reference.</param>
    /// <param name="input">Input, at most <see cref="Payload.MaxBytes"/> when written as JSON.</param>
    /// <param name="retry">How to repeat a failure that is worth repeating; default <see cref="RetryPolicy.None"/>.</param>
    /// <exception cref="StepFailedException">The last attempt failed, or the failure is not worth repeating.</exception>
    public abstract Task<TOut> CallAsync<TIn, TOut>(ActivityReference<TIn, TOut> activity, TIn input, RetryPolicy? retry = null);

    /// <summary>Runs another workflow as a child and gives its result.</summary>
    /// <param name="workflow">The child's reference.</param>
    /// <param name="input">Input, at most <see cref="Payload.MaxBytes"/> when written as JSON.</param>
    /// <param name="childId">Instance id of the child; default is <see cref="ChildIdOf"/>. One that was used before fails the step with code <c>InstanceIdUsed</c>.</param>
    /// <exception cref="StepFailedException">The child failed or was terminated.</exception>
    public abstract Task<TOut> CallChildAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, TIn input, string? childId = null);

    /// <summary>Sleeps until a moment, over any number of restarts. A moment in the past returns at once.</summary>
    public abstract Task SleepUntilAsync(DateTimeOffset moment);

    /// <summary>
    /// Waits for an external event, raised before or after this call, until a deadline. Use a name once: a wait that timed out
    /// may eat the next event of its name.
    /// </summary>
    public abstract Task<EventOutcome<T>> WaitForEventAsync<T>(string name, DateTimeOffset deadline);

    /// <summary>Sets the short text that a status query shows (what the workflow does or waits for). Never ticket text.</summary>
    public abstract void SetStatus(string status);

    /// <summary>
    /// Ends this run and starts the workflow again under the same id with a new input and an empty history; events that nobody
    /// took are kept. Return right after it: the result is ignored.
    /// </summary>
    public abstract void ContinueAsNew<TIn>(TIn input);

    /// <summary>
    /// The default id of a child: that of its parent, a colon and the step number. No slash, because Azure Table Storage takes none
    /// in a key.
    /// </summary>
    protected static string ChildIdOf(string instanceId, int step) => string.Create(CultureInfo.InvariantCulture, $"{instanceId}:{step}");
}

/// <summary>What a wait for an event ended with: the event, or "no answer" at the deadline.</summary>
/// <param name="Arrived">True when the event came before the deadline.</param>
/// <param name="Value">The event's payload; meaningful only when <paramref name="Arrived"/>. Never trusted for a decision.</param>
public sealed record EventOutcome<T>(bool Arrived, T? Value);
