using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Client;

/// <summary>Resumes a suspended instance, with everything that waited for it.</summary>
internal sealed class ResumeWrite(EngineRuntime engine, string instanceId) : Write<bool>
{
    private readonly Recovery _recovery = new(engine.Catalog);

    public override void Apply(WriteSession session)
    {
        if (session.Resume(instanceId, engine.Time.GetUtcNow()) is not { } row)
            return;
        // Read in the same transaction: what comes after this commit is delivered by its own write, so nothing arrives twice.
        _recovery.Read(session, row);
        Result = true;
    }

    public override void Committed()
    {
        if (Result)
        {
            engine.Scheduler.Resume(instanceId);
            _recovery.Resume(engine);
        }

        base.Committed();
    }
}
