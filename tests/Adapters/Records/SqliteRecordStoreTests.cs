using HelpDesk.Adapters.Sqlite;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Tests.Records;

public sealed class SqliteRecordStoreTests : RecordConcurrencyConformance, IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly SqliteRecordStore _store;

    public SqliteRecordStoreTests() => _store = _file.Open();

    protected override IRecordStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _file.Dispose();
    }
}
