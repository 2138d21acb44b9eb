using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Client;

/// <summary>Puts an event into an instance's inbox.</summary>
internal sealed class EventWrite(EngineRuntime engine, string instanceId, string name, string payload, DateTimeOffset raisedAt) : Write<bool>
{
    private long? _seq;

    public override void Apply(WriteSession session)
    {
        _seq = session.Post(instanceId, HistoryKind.EventRaised, 0, name, payload, raisedAt);
        Result = _seq is not null;
    }

    public override void Committed()
    {
        if (_seq is { } seq)
            engine.Scheduler.Deliver(instanceId, new Message(HistoryKind.EventRaised, 0, name, payload, raisedAt, seq, engine.Admission));
        else
            engine.Admission.Release();
        base.Committed();
    }

    public override void Lost(EngineStoppedException error)
    {
        engine.Admission.Release();
        base.Lost(error);
    }
}
