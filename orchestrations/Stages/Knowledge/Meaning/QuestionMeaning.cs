using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

/// <summary>Has a question turned into a vector. A model that is away, slow or wrong only means that the search goes on by words.</summary>
public sealed class QuestionMeaning(IEnumerable<ITextEmbeddings> embeddings, TimeProvider time, ILogger<QuestionMeaning> log)
{
    /// <summary>How long an answer waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int LongestQuestion = 4_000;

    /// <summary>The vector; null when there is none: no model, no words, or no answer in time.</summary>
    /// <param name="question">Redacted title and text.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<sbyte[]?> OfAsync(string question, CancellationToken cancellation)
    {
        if (embeddings.FirstOrDefault() is not { } model || string.IsNullOrWhiteSpace(question))
            return null;
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var vectors = await WorkSlot.WhileWaitingAsync(model.EmbedAsync([Cut(question)], either.Token));
            return MeaningVector.Of(vectors.Single());
        }
        catch (VendorException fault)
        {
            log.SearchedByWordsOnly(model.Id, fault.Code);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            log.SearchedByWordsOnly(model.Id, "timeout");
        }

        return null;
    }

    private static string Cut(string question) =>
        question.Length <= LongestQuestion ? question : question[..(char.IsHighSurrogate(question[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion)];
}
