using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Answers;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>Finds the answer to a ticket, keeps what it rests on, and keeps what had none as a gap.</summary>
public sealed class CaseAnswers(KnowledgeSearch search, AnswerWriter writer, KnowledgeLineage lineage, KnowledgeGaps gaps)
{
    /// <summary>Looks for an answer.</summary>
    public async Task<Found> FindAsync(CaseId caseId, TicketSnapshot ticket, string language, KnowledgeReader reader, CancellationToken cancellation)
    {
        var question = $"{ticket.Title}\n{ticket.Text}";
        if (DangerWords.AreIn(question))
            return new Found(null, false);
        var found = await search.FindAsync(question, language, reader, cancellation);
        if (found.Passages.Count == 0 || await writer.WriteAsync(question, language, found, cancellation) is not { } answer)
        {
            // A source that was not read lately may have it: only a search of all of them says that there is none.
            if (found.IsComplete)
                await gaps.NoteAsync(caseId, found.Subjects, ticket.Title, cancellation);
            return new Found(null, found.IsComplete);
        }

        return new Found((await lineage.KeepAsync(caseId, answer, cancellation), answer), false);
    }

    /// <summary>Whether the answer may still be given; asked right before it is.</summary>
    public Task<bool> MayStillAsync(KnowledgeAnswer answer, KnowledgeReader reader, CancellationToken cancellation) => search.MayStillAsync(answer, reader, cancellation);

    /// <summary>Records that it is given.</summary>
    public Task GivenAsync(CaseId caseId, ContextReference reference, KnowledgeAnswer answer, string key, CancellationToken cancellation) => lineage.GivenAsync(caseId, reference, answer, key, cancellation);

    /// <summary>What came of looking for an answer.</summary>
    /// <param name="Answer">The answer with where it is kept; null when there is none.</param>
    /// <param name="IsNothingFound">True when all sources were searched and none has it.</param>
    public sealed record Found((ContextReference Reference, KnowledgeAnswer Answer)? Answer, bool IsNothingFound);
}
