using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>
/// An activity whose first result counts, as that of a kept activity does, and from which something may follow without a person: it counts only
/// as its signed audit entry says (<see cref="SignedResults"/>).
/// </summary>
public abstract class SignedActivity<TIn, TOut>(SignedResults results) : Activity<TIn, TOut>
    where TOut : class
{
    /// <inheritdoc />
    public sealed override async Task<TOut> RunAsync(ActivityContext context, TIn input)
    {
        var result = await results.FirstAsync(KeyOf(context, input), () => MakeAsync(context, input), made => EntryOf(context, input, made), context.Cancellation);
        await RecordAsync(context, input, result);
        return result;
    }

    /// <summary>Case, keys and kind of the entry.</summary>
    protected abstract SignedActivityKey KeyOf(ActivityContext context, TIn input);

    /// <summary>Makes the result; not called when one is kept.</summary>
    protected abstract Task<TOut> MakeAsync(ActivityContext context, TIn input);

    /// <summary>What is recorded of a result in the audit log.</summary>
    protected abstract AuditEvent EntryOf(ActivityContext context, TIn input, TOut result);

    /// <summary>Writes what else is told of the result: the case record.</summary>
    protected abstract Task RecordAsync(ActivityContext context, TIn input, TOut result);
}
