using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Turns;

/// <summary>Suspends an instance for an operator, and keeps the messages that it was about to get.</summary>
internal sealed class SuspendWrite(EngineRuntime engine, string instanceId, long row, string reason, List<Message> mail) : Write
{
    private bool _isSuspended;

    public override void Apply(WriteSession session)
    {
        _isSuspended = session.Suspend(row, engine.Time.GetUtcNow(), reason);
        if (!_isSuspended)
            return;
        foreach (var answer in mail.Where(static m => m.IsInMemoryOnly))
            AnswerWrite.Keep(session, instanceId, row, answer);
    }

    public override void Committed()
    {
        if (_isSuspended)
        {
            engine.Scheduler.Suspend(instanceId);
            engine.Log.Suspended(instanceId, reason);
        }
        else
        {
            engine.Scheduler.Forget(instanceId);
        }

        mail.ForEach(static m => m.Release());
    }

    public override void Lost(EngineStoppedException error) => mail.ForEach(static m => m.Release());
}
