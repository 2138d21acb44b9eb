using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Runtime;

/// <summary>Reads what was under way, of all instances at start or of one that is resumed, and continues it.</summary>
internal sealed class Recovery(EngineCatalog catalog)
{
    private const string OfRow = "i.state IN (0,1) AND (?1 IS NULL OR i.row=?1)";

    private readonly List<string> _starts = [];
    private readonly List<PendingActivity> _activities = [];
    private readonly List<TimerKey> _timers = [];
    private readonly List<(string Id, Message Message)> _messages = [];
    private readonly List<string> _suspended = [];
    private int _running;

    public void Read(WriteSession session, long? row)
    {
        Each(session, $"SELECT i.id FROM instances i WHERE i.state=0 AND {OfRow} ORDER BY i.row", row, s => _starts.Add(s.Text(0)));
        Each(session, $"SELECT count(*) FROM instances i WHERE {OfRow}", row, s => _running = s.SmallNumber(0));
        Each(session, "SELECT i.id FROM instances i WHERE i.state=5 AND ?1 IS NULL", row, s => _suspended.Add(s.Text(0)));
        Each(
            session,
            $"SELECT i.id, a.instance, a.step, a.name, a.retry, a.attempt, a.first_at, a.due_at, i.trace, i.workflow, i.input, i.parent FROM activities a JOIN instances i ON i.row=a.instance WHERE {OfRow} ORDER BY a.due_at",
            row,
            s => _activities.Add(new PendingActivity(
                s.Text(0), s.Number(1), s.SmallNumber(2), s.Text(3), s.TextOrNull(4), s.SmallNumber(5), Time(s.Number(6)), Time(s.Number(7)), s.TextOrNull(8),
                catalog.LaneOf(s.Text(9), s.Text(0), s.Text(10), s.TextOrNull(11) is { } parent ? new Lane(parent, false) : null))));
        Each(
            session,
            $"SELECT i.id, t.step, t.due_at FROM timers t JOIN instances i ON i.row=t.instance WHERE {OfRow}",
            row,
            s => _timers.Add(new TimerKey(Time(s.Number(2)), s.Text(0), s.SmallNumber(1))));
        Each(
            session,
            $"SELECT i.id, m.kind, m.step, m.name, m.payload, m.moment, m.seq FROM inbox m JOIN instances i ON i.row=m.instance WHERE {OfRow} ORDER BY m.seq",
            row,
            s => _messages.Add((s.Text(0), new Message(
                (HistoryKind)s.SmallNumber(1), s.SmallNumber(2), s.TextOrNull(3), s.TextOrNull(4), s.Int64OrNull(5) is { } at ? Time(at) : null, s.Number(6)))));
    }

    public void Resume(EngineRuntime engine)
    {
        _suspended.ForEach(engine.Scheduler.Suspend);
        _starts.ForEach(id => engine.Scheduler.Deliver(id, Message.Start));
        _messages.ForEach(m => engine.Scheduler.Deliver(m.Id, m.Message));
        _timers.ForEach(engine.Timers.Add);
        _activities.ForEach(engine.Activities.Add);
    }

    public void Log(EngineRuntime engine) =>
        EngineLog.Resumed(engine.Log, engine.Database.Path, _running, _activities.Count, _timers.Count, _messages.Count, _suspended.Count);

    private static void Each(WriteSession session, string sql, long? row, Action<Statement> read)
    {
        using var statement = session.Rare(sql);
        statement.Bind(1, row);
        while (statement.Step())
            read(statement);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
