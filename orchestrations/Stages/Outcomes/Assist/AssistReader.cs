using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Reads what a technician would look up first. A system that does not answer leaves a gap and holds nobody up.</summary>
public sealed class AssistReader(IDirectory directory, IAccountHistory history, CaseSearch search, RecentCases recent, CaseStore caseStore, TimeProvider time)
{
    /// <summary>How long a log may take while a ticket waits to be handed over. Chosen because Entra's logs take five requests in ten seconds of the whole tenant.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);

    private const int MostCases = 3;

    /// <summary>Reads it.</summary>
    /// <param name="record">The case.</param>
    /// <param name="withLogs">True to read the logs of Entra, however long they take; false to read the sign-ins only, for tickets about an account, within a moment.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<AssistFacts> ReadAsync(CaseRecord record, bool withLogs, CancellationToken cancellation)
    {
        var facts = new AssistFacts { At = time.GetUtcNow(), Similar = await SimilarAsync(record, cancellation) };
        if (record.RequesterId is not { } person)
            return facts;
        var isAboutAccount = record.Intent?.StartsWith("identity.", StringComparison.Ordinal) != false;
        return facts with
        {
            Standing = await OrNullAsync(() => directory.GetStandingAsync(person, cancellation)),
            Devices = await OrNullAsync(async () => (IReadOnlyList<Device>?)await directory.GetDevicesAsync(person, cancellation)),
            SignIns = withLogs ? await OrNullAsync(() => history.GetSignInsAsync(person, cancellation))
                : isAboutAccount ? await InTimeAsync(stop => history.GetSignInsAsync(person, stop), cancellation) : null,
            Changes = withLogs ? await OrNullAsync(() => history.GetChangesAsync(person, cancellation)) : null,
            Recent = await RecentAsync(person, record.CaseId, cancellation),
        };
    }

    private async Task<IReadOnlyList<CaseRecord>> SimilarAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record.Intent is not { } intent)
            return [];
        var found = await search.FindAsync(new CaseQuery { Intent = intent, State = CaseState.Resolved, PageSize = MostCases + 1 }, cancellation);
        return [.. found.Cases.Select(static listed => listed.Record).OfType<CaseRecord>().Where(other => other.CaseId != record.CaseId && other.RequesterId != record.RequesterId && other.ReopenedAt is null).Take(MostCases)];
    }

    private async Task<IReadOnlyList<CaseRecord>> RecentAsync(PersonId person, CaseId own, CancellationToken cancellation)
    {
        var cases = new List<CaseRecord>();
        foreach (var id in await recent.OfAsync(person, cancellation, own))
        {
            if (cases.Count < MostCases && await caseStore.FindAsync(new CaseId(id), cancellation) is { UndoOf: null, SecurityOf: null, ActionOf: null } other)
                cases.Add(other);
        }

        return cases;
    }

    private async Task<T?> InTimeAsync<T>(Func<CancellationToken, Task<T?>> read, CancellationToken cancellation)
        where T : class
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await OrNullAsync(() => read(either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<T?> OrNullAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (VendorException)
        {
            // Said as "could not be read"; the case page reads it again on demand.
            return null;
        }
    }
}
