using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Store;

/// <summary>The statements of the writer, prepared once; used on the writer's thread only.</summary>
internal sealed class WriteSession
{
    private readonly SqliteSession _sqlite;
    private readonly Statement _insertInstance, _goOn, _finish, _continueAsNew, _suspend, _resume, _terminate;
    private readonly Statement _append, _appendLast, _deleteHistory;
    private readonly Statement _insertActivity, _retryActivity, _deleteActivity, _deleteActivities;
    private readonly Statement _insertTimer, _deleteTimer, _deleteTimers;
    private readonly Statement _post, _deleteMessage, _deleteMessages, _rowOf;

    public WriteSession(SqliteSession sqlite)
    {
        _sqlite = sqlite;
        _insertInstance = sqlite.Prepare("""
            INSERT INTO instances(id, workflow, state, version, generation, first_step, input, parent, parent_step, trace, created_at, updated_at)
            VALUES(?1, ?2, 0, 0, 0, 1, ?3, ?4, ?5, ?6, ?7, ?7) ON CONFLICT(id) DO NOTHING
            """);
        // Every change of an instance names the version it was computed from: a turn whose instance was terminated meanwhile changes nothing.
        _goOn = sqlite.Prepare("UPDATE instances SET version=version+1, state=1, status=?3, updated_at=?4 WHERE row=?1 AND version=?2 AND state IN (0,1)");
        _finish = sqlite.Prepare("""
            UPDATE instances SET version=version+1, state=?5, status=?3, updated_at=?4, finished_at=?4, output=?6, failure=?7
            WHERE row=?1 AND version=?2 AND state IN (0,1)
            """);
        _continueAsNew = sqlite.Prepare("""
            UPDATE instances SET version=version+1, state=0, status=?3, updated_at=?4, input=?5, first_step=?6, generation=generation+1
            WHERE row=?1 AND version=?2 AND state IN (0,1)
            """);
        _suspend = sqlite.Prepare("UPDATE instances SET version=version+1, state=5, updated_at=?2, failure=?3 WHERE row=?1 AND state IN (0,1)");
        _resume = sqlite.Prepare("""
            UPDATE instances SET version=version+1, updated_at=?2, failure=NULL,
              state=EXISTS(SELECT 1 FROM history WHERE instance=row AND kind=0)
            WHERE id=?1 AND state=5 RETURNING row
            """);
        _terminate = sqlite.Prepare("""
            UPDATE instances SET version=version+1, state=4, updated_at=?2, finished_at=?2, failure=?3
            WHERE row=?1 AND state IN (0,1,5)
            """);
        _append = sqlite.Prepare("INSERT INTO history(instance, seq, kind, step, name, payload, at, moment) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        _appendLast = sqlite.Prepare("""
            INSERT INTO history(instance, seq, kind, step, name, payload, at)
            SELECT ?1, coalesce(max(seq), -1) + 1, ?2, 0, NULL, ?3, ?4 FROM history WHERE instance=?1
            """);
        _deleteHistory = sqlite.Prepare("DELETE FROM history WHERE instance=?1");
        _insertActivity = sqlite.Prepare("INSERT INTO activities(instance, step, name, retry, attempt, first_at, due_at) VALUES(?1, ?2, ?3, ?4, 1, ?5, ?5)");
        _retryActivity = sqlite.Prepare("UPDATE activities SET attempt=?3, due_at=?4 WHERE instance=?1 AND step=?2");
        _deleteActivity = sqlite.Prepare("DELETE FROM activities WHERE instance=?1 AND step=?2");
        _deleteActivities = sqlite.Prepare("DELETE FROM activities WHERE instance=?1");
        _insertTimer = sqlite.Prepare("INSERT INTO timers(instance, step, due_at) VALUES(?1, ?2, ?3)");
        _deleteTimer = sqlite.Prepare("DELETE FROM timers WHERE instance=?1 AND step=?2");
        _deleteTimers = sqlite.Prepare("DELETE FROM timers WHERE instance=?1");
        _post = sqlite.Prepare("""
            INSERT INTO inbox(instance, kind, step, name, payload, moment)
            SELECT row, ?2, ?3, ?4, ?5, ?6 FROM instances WHERE id=?1 AND state IN (0,1,5) RETURNING seq
            """);
        _deleteMessage = sqlite.Prepare("DELETE FROM inbox WHERE seq=?1");
        _deleteMessages = sqlite.Prepare("DELETE FROM inbox WHERE instance=?1");
        _rowOf = sqlite.Prepare("SELECT row FROM instances WHERE id=?1");
    }

    /// <summary>Makes an instance; null when the id is taken.</summary>
    public long? InsertInstance(NewInstance made) =>
        _insertInstance.Bind(1, made.Id).Bind(2, made.Workflow).Bind(3, made.Input).Bind(4, made.Parent).Bind(5, made.ParentStep)
            .Bind(6, made.Trace).Bind(7, made.At.UtcTicks).Run() == 1
            ? _sqlite.LastRow
            : null;

    public bool GoOn(long row, long version, string? status, DateTimeOffset at) =>
        _goOn.Bind(1, row).Bind(2, version).Bind(3, status).Bind(4, at.UtcTicks).Run() == 1;

    public bool Finish(long row, long version, string? status, DateTimeOffset at, WorkflowState state, string? output, string? failure)
    {
        if (_finish.Bind(1, row).Bind(2, version).Bind(3, status).Bind(4, at.UtcTicks).Bind(5, (long)state).Bind(6, output).Bind(7, failure).Run() != 1)
            return false;
        DeleteOutstanding(row);
        _deleteMessages.Bind(1, row).Run();
        return true;
    }

    public bool ContinueAsNew(long row, long version, string? status, DateTimeOffset at, string input, int firstStep)
    {
        if (_continueAsNew.Bind(1, row).Bind(2, version).Bind(3, status).Bind(4, at.UtcTicks).Bind(5, input).Bind(6, firstStep).Run() != 1)
            return false;
        DeleteOutstanding(row);
        _deleteHistory.Bind(1, row).Run();
        return true;
    }

    public bool Suspend(long row, DateTimeOffset at, string reason) =>
        _suspend.Bind(1, row).Bind(2, at.UtcTicks).Bind(3, reason).Run() == 1;

    /// <summary>Gives the row of the instance, or null when it is not suspended.</summary>
    public long? Resume(string id, DateTimeOffset at)
    {
        _resume.Bind(1, id).Bind(2, at.UtcTicks);
        long? row = null;
        while (_resume.Step())
            row = _resume.Number(0);
        return row;
    }

    public bool Terminate(long row, DateTimeOffset at, string reason)
    {
        if (_terminate.Bind(1, row).Bind(2, at.UtcTicks).Bind(3, reason).Run() != 1)
            return false;
        DeleteOutstanding(row);
        _deleteMessages.Bind(1, row).Run();
        _appendLast.Bind(1, row).Bind(2, (long)HistoryKind.Terminated).Bind(3, DurableJson.Write(reason)).Bind(4, at.UtcTicks).Run();
        return true;
    }

    public void Append(long row, long seq, HistoryEntry entry) =>
        _append.Bind(1, row).Bind(2, seq).Bind(3, (long)entry.Kind).Bind(4, entry.Step).Bind(5, entry.Name).Bind(6, entry.Payload)
            .Bind(7, entry.At.UtcTicks).Bind(8, entry.Moment?.UtcTicks).Run();

    public void InsertActivity(long row, int step, string name, string? retry, DateTimeOffset at) =>
        _insertActivity.Bind(1, row).Bind(2, step).Bind(3, name).Bind(4, retry).Bind(5, at.UtcTicks).Run();

    public bool RetryActivity(long row, int step, int attempt, DateTimeOffset due) =>
        _retryActivity.Bind(1, row).Bind(2, step).Bind(3, attempt).Bind(4, due.UtcTicks).Run() == 1;

    public void DeleteActivity(long row, int step) => _deleteActivity.Bind(1, row).Bind(2, step).Run();

    public void InsertTimer(long row, int step, DateTimeOffset due) => _insertTimer.Bind(1, row).Bind(2, step).Bind(3, due.UtcTicks).Run();

    public void DeleteTimer(long row, int step) => _deleteTimer.Bind(1, row).Bind(2, step).Run();

    /// <summary>Puts a message into an instance's inbox; null when the instance is unknown or finished.</summary>
    public long? Post(string instanceId, HistoryKind kind, int step, string? name, string? payload, DateTimeOffset? moment)
    {
        _post.Bind(1, instanceId).Bind(2, (long)kind).Bind(3, step).Bind(4, name).Bind(5, payload).Bind(6, moment?.UtcTicks);
        long? seq = null;
        while (_post.Step())
            seq = _post.Number(0);
        return seq;
    }

    public long? RowOf(string instanceId)
    {
        _rowOf.Bind(1, instanceId);
        long? row = null;
        while (_rowOf.Step())
            row = _rowOf.Number(0);
        return row;
    }

    public void DeleteMessage(long seq) => _deleteMessage.Bind(1, seq).Run();

    /// <summary>Prepares a statement for a rare write; the caller disposes it.</summary>
    public Statement Rare(string sql) => _sqlite.Rare(sql);

    private void DeleteOutstanding(long row)
    {
        _deleteActivities.Bind(1, row).Run();
        _deleteTimers.Bind(1, row).Run();
    }
}
