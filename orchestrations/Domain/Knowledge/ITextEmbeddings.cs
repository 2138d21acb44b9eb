using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>
/// Gives texts as vectors, so that texts that mean the same are near to each other in whatever language they are. It decides nothing: a near article is a
/// candidate, never an answer.
/// </summary>
public interface ITextEmbeddings
{
    /// <summary>Model and number of dimensions. Vectors of another id are never compared with these.</summary>
    string Id { get; }

    /// <summary>The vectors of texts, in their order; all of one length, none of them zero.</summary>
    /// <param name="texts">The texts, none empty; what is longer than the model takes is cut at its end. Untrusted text.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The model cannot be asked now, or its answer cannot be used. Not retryable: it refuses the texts, or a setting is wrong.</exception>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation);
}
