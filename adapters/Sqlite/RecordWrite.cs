using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>What one caller wants written, whole or not at all. Many share a transaction.</summary>
internal sealed class RecordWrite(byte[] table, IReadOnlyList<RecordChange> changes) : IGroupWrite<RecordWriteSession, VendorException>
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _written;

    /// <summary>True when it was written and is on disk; false when a key existed or a version had changed.</summary>
    public Task<bool> Done => _done.Task;

    /// <summary>Writes inside the transaction, on the writer's thread.</summary>
    public void Apply(RecordWriteSession session)
    {
        // All versions are read before the first write: nothing must be undone, and the other callers' writes in the transaction stay.
        _written = changes.All(change => session.Version(table, change) == (change.Version ?? 0));
        if (!_written)
            return;
        foreach (var change in changes)
            session.Put(table, change);
    }

    public void Committed() => _done.TrySetResult(_written);

    /// <summary>Each caller gets an exception of its own.</summary>
    public void Lost(VendorException error) =>
        _done.TrySetException(new VendorException(error.System, error.Code, error.Message, error.IsRetryable, inner: error));
}
