using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Client;

/// <summary>Lets a suspended instance run again, with everything that waited for it.</summary>
internal sealed class UnparkWrite(EngineRuntime engine, string instanceId) : Write<bool>
{
    private readonly Recovery _recovery = new();

    public override void Apply(WriteSession session)
    {
        if (session.Unpark(instanceId, engine.Time.GetUtcNow()) is not { } row)
            return;
        // Read in the same transaction: what comes after this commit is delivered by whoever writes it, so nothing is heard twice.
        _recovery.Read(session, row);
        Result = true;
    }

    public override void Committed()
    {
        if (Result)
        {
            engine.Scheduler.Unpark(instanceId);
            _recovery.Resume(engine);
        }

        base.Committed();
    }
}
