using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Client;

/// <summary>Makes an instance unless its id is taken.</summary>
internal sealed class StartWrite(EngineRuntime engine, NewInstance made) : Write<bool>
{
    private long? _row;

    public override void Apply(WriteSession session)
    {
        _row = session.InsertInstance(made);
        Result = _row is not null;
    }

    public override void Committed()
    {
        if (_row is { } row)
            engine.Scheduler.DeliverStart(StoredInstance.Made(row, made, engine.Catalog.LaneOf(made.Workflow, made.Id, made.Input)), Message.Start with { Admission = engine.Admission });
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
