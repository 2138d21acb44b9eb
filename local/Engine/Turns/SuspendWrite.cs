using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Turns;

/// <summary>Stops an instance for an operator, and keeps what it was about to hear.</summary>
internal sealed class SuspendWrite(EngineRuntime engine, string instanceId, long row, string reason, List<Message> mail) : Write
{
    private bool _parked;

    public override void Apply(WriteSession session)
    {
        _parked = session.Suspend(row, engine.Time.GetUtcNow(), reason);
        if (!_parked)
            return;
        foreach (var answer in mail.Where(AnswerWrite.LiesInMemoryOnly))
            AnswerWrite.Keep(session, instanceId, row, answer);
    }

    public override void Committed()
    {
        if (_parked)
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

    public override void Lost(EngineStoppedException fault) => mail.ForEach(static m => m.Release());
}
