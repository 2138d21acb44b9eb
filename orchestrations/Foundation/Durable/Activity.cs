namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// One step that touches the world. Runs at least once; must be idempotent by <see cref="ActivityContext.IdempotencyKey"/>.
/// Built anew for every run by dependency injection.
/// </summary>
public abstract class Activity<TIn, TOut>
{
    /// <summary>Does the step. Throws <see cref="VendorException"/> for an outside fault; returns refusals as values.</summary>
    public abstract Task<TOut> RunAsync(ActivityContext context, TIn input);

    /// <summary>Makes the reference by which workflows call <typeparamref name="TActivity"/>. The name stands in histories: never change it.</summary>
    protected static ActivityReference<TIn, TOut> Named<TActivity>(string name)
        where TActivity : Activity<TIn, TOut> => new(name, typeof(TActivity));
}
