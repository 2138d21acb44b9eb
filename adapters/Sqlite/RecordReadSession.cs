using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>A connection that only reads, with its statements; used by one thread at a time.</summary>
internal sealed class RecordReadSession : IDisposable
{
    private const string Open = "SELECT row, version, json FROM records WHERE tbl=?1 AND partition=?2 AND row>=?3 ORDER BY row LIMIT ?5";
    private const string Closed = "SELECT row, version, json FROM records WHERE tbl=?1 AND partition=?2 AND row>=?3 AND row<?4 ORDER BY row LIMIT ?5";

    private readonly SqliteSession _sqlite;
    private readonly Statement _get, _open, _closed;

    public RecordReadSession(SqliteSession sqlite)
    {
        _sqlite = sqlite;
        _get = sqlite.Prepare("SELECT version, json FROM records WHERE tbl=?1 AND partition=?2 AND row=?3");
        _open = sqlite.Prepare(Open);
        _closed = sqlite.Prepare(Closed);
    }

    public Record? Get(byte[] table, string partition, string row)
    {
        _get.Bind(1, table).Bind(2, KeyText.Encode(partition)).Bind(3, KeyText.Encode(row));
        Record? found = null;
        while (_get.Step())
            found = new Record(partition, row, _get.Text(1), VersionTag.Write(_get.Number(0)));
        return found;
    }

    /// <summary>Records from a row on, at most <paramref name="limit"/> and not many more than <paramref name="characters"/> of bodies.</summary>
    /// <returns>The records, and whether there may be more behind them.</returns>
    public (List<Record> Page, bool More) Page(byte[] table, string partition, byte[] from, byte[]? to, int limit, long characters)
    {
        var statement = to is null ? _open : _closed.Bind(4, to);
        statement.Bind(1, table).Bind(2, KeyText.Encode(partition)).Bind(3, from).Bind(5, limit);
        var page = new List<Record>();
        while (statement.Step())
        {
            var record = new Record(partition, KeyText.Decode(statement.Bytes(0)), statement.Text(2), VersionTag.Write(statement.Number(1)));
            page.Add(record);
            characters -= record.Json.Length;
            if (characters >= 0)
                continue;
            statement.Reset();
            return (page, true);
        }

        return (page, page.Count == limit);
    }

    public void Dispose() => _sqlite.Dispose();
}
