using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Local.Engine.Store;

/// <summary>One thing to write. Many share a commit; each is whole or absent.</summary>
internal abstract class Write : IGroupWrite<WriteSession, EngineStoppedException>
{
    /// <summary>Writes; runs on the writer's thread inside the transaction.</summary>
    public abstract void Apply(WriteSession session);

    /// <summary>Called after the commit, on the writer's thread, in the order of the writes: must be short.</summary>
    public abstract void Committed();

    /// <summary>Called instead when the engine stopped and nothing of this was written, or that is not known.</summary>
    public virtual void Lost(EngineStoppedException error)
    {
    }
}
