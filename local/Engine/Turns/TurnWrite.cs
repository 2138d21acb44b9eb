using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Turns;

/// <summary>One turn of one instance: history, activities, timers, children and the end, all or nothing.</summary>
internal sealed class TurnWrite(
    EngineRuntime engine, LiveInstance instance, TurnDelta delta, DateTimeOffset at, List<Message> taken, List<Message> left) : Write
{
    private readonly WorkflowRun _run = instance.Run!;
    private readonly StoredInstance _stored = instance.Stored!;
    private readonly RunOutcome _outcome = instance.Run!.Outcome;
    private readonly List<StoredInstance> _children = [];
    private readonly List<(string Id, Message Message)> _posts = [];
    private bool _overtaken;

    public override void Apply(WriteSession session)
    {
        _overtaken = !Advance(session);
        if (_overtaken)
            return;
        foreach (var message in taken)
        {
            if (message.InboxSeq != 0)
                session.DeleteMessage(message.InboxSeq);
        }

        StartChildren(session);
        if (_outcome.ContinuesAsNew)
            CarryEvents(session);
        else
            WriteHistory(session);
        if (_outcome == RunOutcome.Waiting)
            WriteOutstanding(session);
        if (_outcome.IsEnd)
            AnswerParent(session);
    }

    public override void Committed()
    {
        if (_overtaken)
        {
            engine.Scheduler.Forget(instance.Id);
            Release(taken);
            Release(left);
            return;
        }

        instance.Version++;
        foreach (var step in delta.EndedTimers)
            engine.Timers.Remove(instance.Id, step);
        if (_outcome == RunOutcome.Waiting)
            GoOn();
        else
            Leave();
        foreach (var child in _children)
            engine.Scheduler.DeliverStart(child, Message.Start);
        foreach (var (id, message) in _posts)
            engine.Scheduler.Deliver(id, message);
        Release(taken);
    }

    public override void Lost(EngineStoppedException error)
    {
        Release(taken);
        Release(left);
    }

    private static void Release(List<Message> messages) => messages.ForEach(static m => m.Release());

    private bool Advance(WriteSession session)
    {
        var (row, version) = (_stored.Row, instance.Version);
        return _outcome.State switch
        {
            WorkflowState.Pending => session.ContinueAsNew(row, version, _run.Status, at, _outcome.Output!, _run.NextStep),
            WorkflowState.Running => session.GoOn(row, version, _run.Status, at),
            _ => session.Finish(row, version, _run.Status, at, _outcome.State, _outcome.Output, _outcome.Failure?.Message),
        };
    }

    private void WriteHistory(WriteSession session)
    {
        foreach (var entry in delta.Entries)
            session.Append(_stored.Row, instance.NextSeq++, entry);
        if (!_outcome.IsEnd)
            return;
        var completed = _outcome.State == WorkflowState.Completed;
        session.Append(_stored.Row, instance.NextSeq++, new HistoryEntry(
            completed ? HistoryKind.Completed : HistoryKind.Failed, 0, null, completed ? _outcome.Output : _outcome.Failure!.ToJson(), at));
    }

    private void CarryEvents(WriteSession session)
    {
        var seq = 0L;
        foreach (var kept in _run.UntakenEvents)
            session.Append(_stored.Row, seq++, new HistoryEntry(HistoryKind.EventRaised, 0, kept.Name, kept.Payload, at, kept.RaisedAt));
    }

    private void WriteOutstanding(WriteSession session)
    {
        foreach (var step in delta.EndedActivities)
            session.DeleteActivity(_stored.Row, step);
        foreach (var step in delta.EndedTimers)
            session.DeleteTimer(_stored.Row, step);
        foreach (var (step, due) in delta.Timers)
            session.InsertTimer(_stored.Row, step, due);
        foreach (var entry in delta.Entries)
        {
            if (entry.Kind == HistoryKind.ActivityScheduled)
                session.InsertActivity(_stored.Row, entry.Step, entry.Name!, RetryOf(entry.Step), at);
        }
    }

    private void StartChildren(WriteSession session)
    {
        foreach (var entry in delta.Entries)
        {
            if (entry.Kind != HistoryKind.ChildScheduled)
                continue;
            var made = new NewInstance(delta.ChildIds[entry.Step], entry.Name!, entry.Payload!, _stored.Trace, at, instance.Id, entry.Step);
            if (session.InsertInstance(made) is { } row)
                _children.Add(StoredInstance.Made(row, made, engine.Catalog.LaneOf(made.Workflow, made.Id, made.Input, _stored.Lane)));
            else
                Post(session, instance.Id, HistoryKind.ChildFailed, entry.Step, entry.Name, StepFailure.InstanceIdUsed(made.Id).ToJson());
        }
    }

    private void AnswerParent(WriteSession session)
    {
        if (_stored.Parent is not { } parent)
            return;
        var completed = _outcome.State == WorkflowState.Completed;
        Post(
            session, parent, completed ? HistoryKind.ChildCompleted : HistoryKind.ChildFailed, _stored.ParentStep ?? 0, _stored.Start.Workflow,
            completed ? _outcome.Output : _outcome.Failure!.ToJson());
    }

    private void Post(WriteSession session, string id, HistoryKind kind, int step, string? name, string? payload)
    {
        if (session.Post(id, kind, step, name, payload, null) is { } seq)
            _posts.Add((id, new Message(kind, step, name, payload, InboxSeq: seq)));
    }

    private void GoOn()
    {
        foreach (var (step, due) in delta.Timers)
            engine.Timers.Add(new TimerKey(due, instance.Id, step));
        foreach (var entry in delta.Entries)
        {
            if (entry.Kind != HistoryKind.ActivityScheduled)
                continue;
            engine.Activities.Add(new PendingActivity(
                instance.Id, _stored.Row, entry.Step, entry.Name!, RetryOf(entry.Step), 1, at, at, _stored.Trace, _stored.Lane)
            { Input = entry.Payload, IsPlanned = instance.IsPlanned });
        }

        engine.Scheduler.EndTurn(instance);
    }

    private void Leave()
    {
        foreach (var pending in _run.Outstanding)
            engine.Drop(instance.Id, pending.Step);
        if (_outcome.IsEnd)
        {
            if (_outcome.Failure is { } failure)
                engine.Log.Failed(instance.Id, failure.Code, failure.Message);
            engine.Scheduler.Forget(instance.Id);
            Release(left);
            return;
        }

        instance.Run = null;
        instance.Stored = null;
        engine.Scheduler.EndTurn(instance, [Message.Start, .. left]);
    }

    private string? RetryOf(int step) =>
        delta.Retries.TryGetValue(step, out var retry) ? DurableJson.Write(retry) : null;
}
