using System.Runtime.CompilerServices;
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

    public Task AppendAsync(AuditEvent entry, CancellationToken cancellation)
    {
        AuditLimits.Check(entry);
        lock (_lock)
        {
            if (_events.Any(before => before.CaseId == entry.CaseId && before.Key == entry.Key))
                return Task.CompletedTask;
            _events.Add(entry);
            trace.Add($"audit {entry.Kind}");
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<AuditEntry> ReadAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var entry in Events.Where(entry => entry.CaseId == caseId))
            yield return new AuditEntry(1, DateTimeOffset.UnixEpoch, entry, "", "");
    }
}
