using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>Which thread of a channel is about which case, both ways. A thread leads to its newest cases; a case has at most one thread in each channel.</summary>
public sealed class ChannelThreads(IRecordStore store, TimeProvider time)
{
    // Chosen because a person has few open tickets at a time.
    private const int Most = 8;

    /// <summary>Ties a thread to a case. A repetition changes nothing; a case keeps its first thread of a channel.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="person">Who talks there: an object id or an address; null when it is not known.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task TieAsync(CaseId caseId, string channel, string thread, string? person, CancellationToken cancellation)
    {
        await store.UpdateAsync<ThreadOfCase>(Tables.Cases, CasePartition(caseId), channel, before => before ?? new ThreadOfCase(channel, thread, person), cancellation);
        await store.UpdateAsync<CasesOfThread>(
            Tables.Cases, ThreadPartition(channel), RowOf(thread),
            before => before?.Cases.Any(one => one.CaseId == caseId) == true ? before : new CasesOfThread([new CaseOfThread(caseId, person, time.GetUtcNow()), .. (before?.Cases ?? []).Take(Most - 1)]),
            cancellation);
    }

    /// <summary>The thread of a case in a channel; null when it has none.</summary>
    public async Task<ThreadOfCase?> OfCaseAsync(CaseId caseId, string channel, CancellationToken cancellation) =>
        (await store.ReadAsync<ThreadOfCase>(Tables.Cases, CasePartition(caseId), channel, cancellation))?.Value;

    /// <summary>The cases of a thread, newest first; at most the newest 8.</summary>
    public async Task<IReadOnlyList<CaseOfThread>> OfThreadAsync(string channel, string thread, CancellationToken cancellation) =>
        (await store.ReadAsync<CasesOfThread>(Tables.Cases, ThreadPartition(channel), RowOf(thread), cancellation))?.Value.Cases ?? [];

    private static string CasePartition(CaseId caseId) => Tenant.Partition($"threads|{caseId}");

    private static string ThreadPartition(string channel) => Tenant.Partition($"thread|{channel}");

    private static string RowOf(string thread) => AuditHash.Of(thread);
}

/// <summary>A thread that is about a case.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Thread">The thread.</param>
/// <param name="Person">Who talks there; null when it is not known.</param>
public sealed record ThreadOfCase(string Channel, string Thread, string? Person);

/// <summary>A case that a thread is about.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Person">Who talks there; null when it is not known.</param>
/// <param name="At">When they were tied, UTC.</param>
public sealed record CaseOfThread(CaseId CaseId, string? Person, DateTimeOffset At);

/// <summary>The cases of a thread as they are kept, newest first.</summary>
internal sealed record CasesOfThread(IReadOnlyList<CaseOfThread> Cases);
