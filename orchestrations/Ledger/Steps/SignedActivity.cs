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
        await OpenAsync(context, input);
        var result = await results.FirstAsync(KeyOf(context, input), () => MakeAsync(context, input), made => EntryOf(context, input, made), context.Cancellation);
        await RecordAsync(context, input, result);
        return result;
    }

    /// <summary>What every attempt does before the result is known. Default nothing.</summary>
    protected virtual Task OpenAsync(ActivityContext context, TIn input) => Task.CompletedTask;

    /// <summary>Case, keys and kind of the entry.</summary>
    protected abstract SignedActivityKey KeyOf(ActivityContext context, TIn input);

    /// <summary>Makes the result; not called when one is kept.</summary>
    protected abstract Task<TOut> MakeAsync(ActivityContext context, TIn input);

    /// <summary>What is recorded of a result in the audit log; null when nothing follows from it, so that it is not kept and the next attempt makes it again.</summary>
    protected abstract AuditEvent? EntryOf(ActivityContext context, TIn input, TOut result);

    /// <summary>Writes what else is told of the result: the case record.</summary>
    protected abstract Task RecordAsync(ActivityContext context, TIn input, TOut result);
}

/// <summary>
/// A signed activity whose result only names what it put into the context store: entry and case record are written from that, and it is read from
/// the store only when an earlier attempt put it there.
/// </summary>
public abstract class SignedActivity<TIn, TOut, TStored>(SignedResults results) : Activity<TIn, TOut>
    where TOut : class
    where TStored : class
{
    /// <inheritdoc />
    public sealed override async Task<TOut> RunAsync(ActivityContext context, TIn input)
    {
        await OpenAsync(context, input);
        (TOut? Result, TStored? Stored) made = (null, null);
        var result = await results.FirstAsync(
            KeyOf(context, input), async () => (made = await MakeAsync(context, input)).Result!, fresh => EntryOf(context, input, fresh, made.Stored), context.Cancellation);
        await RecordAsync(context, input, result, ReferenceEquals(result, made.Result) ? made.Stored : await LoadAsync(result, context.Cancellation));
        return result;
    }

    /// <summary>What every attempt does before the result is known. Default nothing.</summary>
    protected virtual Task OpenAsync(ActivityContext context, TIn input) => Task.CompletedTask;

    /// <summary>Case, keys and kind of the entry.</summary>
    protected abstract SignedActivityKey KeyOf(ActivityContext context, TIn input);

    /// <summary>Makes the result and what it names; not called when one is kept.</summary>
    protected abstract Task<(TOut Result, TStored? Stored)> MakeAsync(ActivityContext context, TIn input);

    /// <summary>Reads what a kept result names; null when it names nothing.</summary>
    protected abstract Task<TStored?> LoadAsync(TOut result, CancellationToken cancellation);

    /// <summary>What is recorded of a result in the audit log; null when nothing follows from it, so that it is not kept and the next attempt makes it again.</summary>
    protected abstract AuditEvent? EntryOf(ActivityContext context, TIn input, TOut result, TStored? stored);

    /// <summary>Writes what else is told of the result: the case record.</summary>
    protected abstract Task RecordAsync(ActivityContext context, TIn input, TOut result, TStored? stored);
}
