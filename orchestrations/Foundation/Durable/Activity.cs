namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// One step that touches the world. Runs at least once; must be idempotent by <see cref="ActivityContext.IdempotencyKey"/>.
/// Built anew for every run by dependency injection.
/// </summary>
public abstract class Activity<TIn, TOut>
{
    /// <summary>Does the step. Throws <see cref="VendorException"/> for an outside fault; returns refusals as values.</summary>
    public abstract Task<TOut> RunAsync(ActivityContext context, TIn input);

    /// <summary>Makes the reference by which workflows call <typeparamref name="TActivity"/>. The name is in histories: never change it.</summary>
    protected static ActivityReference<TIn, TOut> Named<TActivity>(string name)
        where TActivity : Activity<TIn, TOut> => new(name, typeof(TActivity));
}

/// <summary>What an activity knows about the step it runs for.</summary>
/// <param name="InstanceId">The workflow instance that called it.</param>
/// <param name="IdempotencyKey"><c>instance/step</c>: equal over all attempts of one step, different between steps. Give it to whoever must not do a thing twice.</param>
/// <param name="Attempt">From 1. A first attempt is no promise that nothing happened before: a process may have died.</param>
/// <param name="Cancellation">Cancelled when the host stops; the step is then run again later.</param>
public sealed record ActivityContext(string InstanceId, string IdempotencyKey, int Attempt, CancellationToken Cancellation);
