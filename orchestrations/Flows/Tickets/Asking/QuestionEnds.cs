using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Ends questions: whoever answers at this moment is first or second; the entry of the first counts.</summary>
public sealed class QuestionEnds(QuestionStore questions, TimeProvider time)
{
    /// <summary>The question as it ended: answered, or as given here when it was not.</summary>
    public async Task<AskedQuestion> EndAsync(CaseId caseId, int number, QuestionState otherwise, CancellationToken cancellation)
    {
        var asked = await FindAsync(caseId, number, cancellation);
        if (asked.State != QuestionState.Open)
            return asked;
        await questions.EndAsync(asked.Question, new QuestionEnd(otherwise, null, null, "helpdesk", ConversationService.Ticket, time.GetUtcNow()), cancellation);
        return await FindAsync(caseId, number, cancellation);
    }

    /// <summary>The question as it is now.</summary>
    /// <exception cref="InvalidOperationException">There is no such question.</exception>
    public async Task<AskedQuestion> FindAsync(CaseId caseId, int number, CancellationToken cancellation) =>
        await questions.FindAsync(caseId, number, cancellation) ?? throw new InvalidOperationException($"There is no question {number} of case '{caseId}'.");
}
