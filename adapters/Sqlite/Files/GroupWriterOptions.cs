namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>How a <see cref="GroupWriter{TSession,TError}"/> works.</summary>
/// <typeparam name="TError">What callers get when a write was lost.</typeparam>
/// <param name="Name">Name of its thread.</param>
/// <param name="LongestBatch">How many writes share a commit at most.</param>
/// <param name="Explain">Turns an error into the callers' exception.</param>
/// <param name="Closed">What a write gets that comes after the writer was closed.</param>
public sealed record GroupWriterOptions<TError>(string Name, int LongestBatch, Func<Exception, TError> Explain, Func<TError> Closed)
    where TError : Exception
{
    /// <summary>Called with the first error, which ends the writer. Null: the next transaction is tried as if nothing had happened.</summary>
    public Action<TError>? Stopped { get; init; }

    /// <summary>Where tests cut the power; null in the product.</summary>
    public ICommitHold? Hold { get; init; }
}
