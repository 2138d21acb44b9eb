using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// An activity whose first result counts: it is kept before anything tells of it, and every later attempt gives the same, whatever the
/// world has become since. What tells of it is written again by each attempt, under the same keys.
/// </summary>
public abstract class KeptActivity<TIn, TOut>(ActivityResults results) : Activity<TIn, TOut>
    where TOut : class
{
    /// <inheritdoc />
    public sealed override async Task<TOut> RunAsync(ActivityContext context, TIn input)
    {
        await OpenAsync(context, input);
        var result = await results.FirstAsync(CaseOf(input), context.IdempotencyKey, () => MakeAsync(context, input), context.Cancellation);
        await RecordAsync(context, input, result);
        return result;
    }

    /// <summary>The case with which the result is kept.</summary>
    protected abstract CaseId CaseOf(TIn input);

    /// <summary>What every attempt does before the result is known.</summary>
    protected virtual Task OpenAsync(ActivityContext context, TIn input) => Task.CompletedTask;

    /// <summary>Makes the result; not called when one is kept.</summary>
    protected abstract Task<TOut> MakeAsync(ActivityContext context, TIn input);

    /// <summary>Writes what is told of the result: audit log, case record.</summary>
    protected virtual Task RecordAsync(ActivityContext context, TIn input, TOut result) => Task.CompletedTask;
}
