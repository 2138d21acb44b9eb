using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>Writes down when an activity's next attempt is due, so that a restart neither forgets the wait nor the count.</summary>
internal sealed class RetryWrite(EngineRuntime engine, PendingActivity next) : Write
{
    private bool _waits;

    public override void Apply(WriteSession session) => _waits = session.RetryActivity(next.Row, next.Step, next.Attempt, next.DueAt);

    public override void Committed()
    {
        if (_waits)
            engine.Activities.Retry(next);
        else
            engine.Activities.Drop(next.InstanceId, next.Step);
    }
}
