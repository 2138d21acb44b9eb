namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>One write. Many share a commit; each is written whole or not at all.</summary>
/// <typeparam name="TSession">The session that it writes with.</typeparam>
/// <typeparam name="TError">What its caller gets when it was not written.</typeparam>
public interface IGroupWrite<in TSession, in TError>
    where TError : Exception
{
    /// <summary>Writes, on the writer's thread inside the transaction.</summary>
    void Apply(TSession session);

    /// <summary>Called after the commit, on the writer's thread, in the order of the writes: must be short.</summary>
    void Committed();

    /// <summary>Called instead when nothing of it was written, or when that is not known.</summary>
    void Lost(TError error);
}
