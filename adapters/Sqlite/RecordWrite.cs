using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>What one caller wants written, whole or not at all. Many share a transaction.</summary>
internal sealed class RecordWrite(byte[] table, IReadOnlyList<RecordChange> changes)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _written;

    /// <summary>True when it was written and is on disk; false when a key existed or a version had changed.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Writes inside the transaction, on the writer's thread.</summary>
    public void Apply(RecordWriteSession session)
    {
        // All are looked at before the first is written: nothing has to be taken back, and the transaction stays that of many callers.
        _written = changes.All(change => session.Version(table, change) == (change.Version ?? 0));
        if (!_written)
            return;
        foreach (var change in changes)
            session.Put(table, change);
    }

    public void Committed() => _done.TrySetResult(_written);

    /// <summary>Each caller gets an exception of its own.</summary>
    public void Lost(VendorException fault) =>
        _done.TrySetException(new VendorException(fault.System, fault.Code, fault.Message, fault.IsRetryable, inner: fault));
}
