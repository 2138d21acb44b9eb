using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Store;

/// <summary>A connection that only reads, with its statements; used by one thread at a time.</summary>
internal sealed class ReadSession : IDisposable
{
    private const string StatusColumns = "id, workflow, state, status, created_at, updated_at, output, failure, parent, row";

    private readonly SqliteSession _sqlite;
    private readonly Statement _instance, _history, _input, _status, _list, _listState, _finished;

    public ReadSession(SqliteSession sqlite)
    {
        _sqlite = sqlite;
        _instance = sqlite.Prepare("SELECT row, version, state, workflow, generation, first_step, input, parent, parent_step, trace FROM instances WHERE id=?1");
        _history = sqlite.Prepare("SELECT kind, step, name, payload, at, moment FROM history WHERE instance=?1 ORDER BY seq");
        _input = sqlite.Prepare("SELECT payload FROM history WHERE instance=?1 AND step=?2 AND kind=20");
        _status = sqlite.Prepare($"SELECT {StatusColumns} FROM instances WHERE id=?1");
        _list = sqlite.Prepare($"SELECT {StatusColumns} FROM instances WHERE row<?1 ORDER BY row DESC LIMIT ?2");
        _listState = sqlite.Prepare($"SELECT {StatusColumns} FROM instances WHERE state=?3 AND row<?1 ORDER BY row DESC LIMIT ?2");
        _finished = sqlite.Prepare("SELECT EXISTS(SELECT 1 FROM instances WHERE finished_at < ?1)");
    }

    /// <summary>True when there is something to purge.</summary>
    public bool AnyFinishedBefore(DateTimeOffset moment)
    {
        _finished.Bind(1, moment.UtcTicks);
        var any = false;
        while (_finished.Step())
            any = _finished.SmallNumber(0) != 0;
        return any;
    }

    /// <summary>An instance with its history, both of the same moment; null when the id is unknown.</summary>
    public (StoredInstance Instance, List<HistoryEntry> History)? Load(string id)
    {
        _sqlite.BeginRead();
        try
        {
            return Instance(id) is { } found ? (found, History(found.Row)) : null;
        }
        finally
        {
            _sqlite.Commit();
        }
    }

    /// <summary>Input of a scheduled activity; null when its instance was purged meanwhile.</summary>
    public string? ActivityInput(long row, int step)
    {
        _input.Bind(1, row).Bind(2, step);
        string? input = null;
        while (_input.Step())
            input = _input.Text(0);
        return input;
    }

    public WorkflowStatus? Status(string id)
    {
        _status.Bind(1, id);
        WorkflowStatus? found = null;
        while (_status.Step())
            found = ReadStatus(_status);
        return found;
    }

    /// <summary>A page of instances, newest first, and the row to go on before; null after the last.</summary>
    public (List<WorkflowStatus> Page, long? Next) List(WorkflowState? state, long beforeRow, int limit)
    {
        var statement = state is null ? _list : _listState.Bind(3, (long)state);
        statement.Bind(1, beforeRow).Bind(2, limit);
        var page = new List<WorkflowStatus>(limit);
        var last = 0L;
        while (statement.Step())
        {
            page.Add(ReadStatus(statement));
            last = statement.Number(9);
        }

        return (page, page.Count == limit ? last : null);
    }

    public void Dispose() => _sqlite.Dispose();

    private StoredInstance? Instance(string id)
    {
        _instance.Bind(1, id);
        StoredInstance? found = null;
        while (_instance.Step())
        {
            var start = new InstanceStart(id, _instance.Text(3), _instance.SmallNumber(4), _instance.SmallNumber(5), _instance.Text(6));
            found = new StoredInstance(
                _instance.Number(0), _instance.Number(1), (WorkflowState)_instance.SmallNumber(2), start, _instance.TextOrNull(7),
                (int?)_instance.Int64OrNull(8), _instance.TextOrNull(9))
            { Lane = new Lane(_instance.TextOrNull(7) ?? id, false) };
        }

        return found;
    }

    private List<HistoryEntry> History(long row)
    {
        _history.Bind(1, row);
        var history = new List<HistoryEntry>();
        while (_history.Step())
        {
            history.Add(new HistoryEntry(
                (HistoryKind)_history.SmallNumber(0), _history.SmallNumber(1), _history.TextOrNull(2), _history.TextOrNull(3), Time(_history.Number(4)),
                _history.Int64OrNull(5) is { } moment ? Time(moment) : null));
        }

        return history;
    }

    private static WorkflowStatus ReadStatus(Statement row) => new(
        row.Text(0), row.Text(1), (WorkflowState)row.SmallNumber(2), row.TextOrNull(3), Time(row.Number(4)), Time(row.Number(5)),
        row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8));

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
