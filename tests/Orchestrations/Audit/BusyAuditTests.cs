using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>Exports and verifications of a log that a program goes on writing and signing: none may say that something is missing.</summary>
public sealed class BusyAuditTests
{
    private readonly AuditWorld _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task ExportsAndVerification_WhileEntriesAreAppendedAndSigned_HaveNoFault(int atQuery)
    {
        foreach (var caseId in new[] { "case-1", "case-2" })
            await _world.AppendAsync(caseId, 3);
        await _world.Checkpoints.TakeAsync(default);

        using var one = new StringWriter();
        await CaseExport.WriteAsync(Busy(atQuery, "one"), new CaseId("case-1"), one, default);
        (await CaseExportVerification.RunAsync(new StringReader(one.ToString()), _world, default)).Faults.ShouldBeEmpty();

        using var all = new StringWriter();
        await AuditExport.WriteAsync(Busy(atQuery, "all"), all, default);
        (await _world.VerifyAsync(all.ToString())).Faults.ShouldBeEmpty();

        (await AuditVerification.RunAsync(Busy(atQuery, "verify"), _world, default)).Faults.ShouldBeEmpty();
    }

    // Behind the n-th query an entry is added to each chain, a new chain begins, and a checkpoint covers all.
    private AuditStoreSource Busy(int atQuery, string prefix) => new(new BusyStore(_world.Store, atQuery, async () =>
    {
        foreach (var caseId in new[] { "case-1", "case-2", $"case-{prefix}" })
            await _world.AppendAsync(caseId, 1, prefix);
        await _world.Checkpoints.TakeAsync(default);
    }));

    private sealed class BusyStore(IRecordStore inner, int atQuery, Func<Task> write) : IRecordStore
    {
        private int _queries;

        public Task<string?> AddAsync(string table, Record record, CancellationToken cancellation) => inner.AddAsync(table, record, cancellation);

        public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation) => inner.GetAsync(table, partition, row, cancellation);

        public Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation) => inner.ReplaceAsync(table, record, cancellation);

        public Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation) => inner.CommitAsync(table, changes, cancellation);

        public async IAsyncEnumerable<Record> QueryAsync(
            string table, string partition, string? fromRow, string? toRow, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var record in inner.QueryAsync(table, partition, fromRow, toRow, cancellation))
                yield return record;
            if (++_queries == atQuery)
                await write();
        }
    }
}
