using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Keeps what was to be audited and puts each entry into the trace, where its order to effects can be asserted.</summary>
public sealed class MemoryAuditLog(List<string> trace) : IAuditLog
{
    private readonly Lock _lock = new();
    private readonly List<AuditEvent> _events = [];

    public IReadOnlyList<AuditEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    public Task AppendAsync(AuditEvent entry, CancellationToken cancellation) => TryAppendAsync(entry, cancellation);

    public Task<bool> TryAppendAsync(AuditEvent entry, CancellationToken cancellation)
    {
        AuditLimits.Check(entry);
        lock (_lock)
        {
            if (_events.Any(before => before.CaseId == entry.CaseId && before.Key == entry.Key))
                return Task.FromResult(false);
            _events.Add(entry);
            lock (trace)
                trace.Add($"audit {entry.Kind}");
        }

        return Task.FromResult(true);
    }

    public IAsyncEnumerable<AuditEntry> ReadAsync(CaseId caseId, CancellationToken cancellation) => ReadAfterAsync(caseId, 0, cancellation);

    public async IAsyncEnumerable<AuditEntry> ReadAfterAsync(CaseId caseId, long sequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var entry in Entries(caseId).Where(entry => entry.Sequence > sequence))
            yield return entry;
    }

    public Task<AuditEntry?> FindAsync(CaseId caseId, string key, CancellationToken cancellation) =>
        Task.FromResult(Entries(caseId).FirstOrDefault(entry => entry.Event.Key == key));

    private IEnumerable<AuditEntry> Entries(string caseId) =>
        Events.Where(entry => entry.CaseId == caseId).Select(static (entry, at) => new AuditEntry(at + 1, DateTimeOffset.UnixEpoch, entry, "", ""));
}
