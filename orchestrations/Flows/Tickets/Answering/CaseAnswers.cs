using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Answers;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>Finds the answer to a ticket, keeps what it rests on, and keeps what no article answers as a gap.</summary>
public sealed class CaseAnswers(KnowledgeSearch search, AnswerWriter writer, KnowledgeLineage lineage, KnowledgeGaps gaps)
{
    /// <summary>The answer; null when there is none.</summary>
    public async Task<(ContextReference Reference, KnowledgeAnswer Answer)?> FindAsync(CaseId caseId, TicketSnapshot ticket, string language, KnowledgeReader reader, CancellationToken cancellation)
    {
        var question = $"{ticket.Title}\n{ticket.Text}";
        if (DangerWords.AreIn(question))
            return null;
        var found = await search.FindAsync(question, language, reader, cancellation);
        if (found.Passages.Count == 0)
        {
            // While a source was not read lately, the article may be there.
            if (found.AreAllRead)
                await gaps.NoteAsync(caseId, found.Subjects, ticket.Title, cancellation);
            return null;
        }

        // What an article answers is no gap, also when the model could not word it.
        if (await writer.WriteAsync(question, language, found, cancellation) is not { } answer)
            return null;
        return (await lineage.KeepAsync(caseId, answer, cancellation), answer);
    }

    /// <summary>Whether the answer may still be given; asked right before it is.</summary>
    public Task<bool> MayStillAsync(KnowledgeAnswer answer, KnowledgeReader reader, CancellationToken cancellation) => search.MayStillAsync(answer, reader, cancellation);

    /// <summary>Records that it is given.</summary>
    public Task GivenAsync(CaseId caseId, ContextReference reference, KnowledgeAnswer answer, string key, CancellationToken cancellation) => lineage.GivenAsync(caseId, reference, answer, key, cancellation);
}
