using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>The message of a question: with the answer from knowledge that it is about, when it is about one.</summary>
public sealed class QuestionMessages(QuestionTexts texts, CaseContext contexts)
{
    /// <summary>The whole message; a reminder does not repeat the answer.</summary>
    public async Task<string> WriteAsync(CaseQuestion question, bool isReminder, CancellationToken cancellation) =>
        texts.Write(question, isReminder, question.Answer is { } reference && !isReminder ? (await contexts.GetAsync<KnowledgeAnswer>(reference, cancellation)).Text : null);
}
