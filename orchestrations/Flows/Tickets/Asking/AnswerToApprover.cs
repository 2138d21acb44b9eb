using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Shows the answer to an approver's question: in the conversation, on the case, and to whoever asked in the chats where approvers are written to.</summary>
public sealed class AnswerToApprover(QuestionStore questions, ConversationRecorder recorder, CaseStore caseStore, IEnumerable<IConversationChannel> channels, ChannelOutbox outbox)
{
    /// <summary>Shows how the question ended; a repetition changes nothing.</summary>
    public async Task ShowAsync(CaseQuestion question, CancellationToken cancellation)
    {
        if (await questions.FindAsync(question.CaseId, question.Number, cancellation) is not { End: not null } asked)
            return;
        var key = string.Create(CultureInfo.InvariantCulture, $"{question.CaseId}/approver-question-{question.Number}");
        await recorder.HeardAsync(asked, key, cancellation);
        var record = await caseStore.UpdateAsync(
            question.CaseId,
            before => before.OpenQuestion != question.Number ? before : before with
            {
                OpenQuestion = null,
                QuestionsAnswered = before.QuestionsAnswered + (asked.State == QuestionState.Answered ? 1 : 0),
                Asked = [.. before.Asked.SkipLast(1), .. before.Asked.TakeLast(1).Select(line => $"{line} {(asked.AnswerText is { } text ? $"Answer: \"{text}\"." : "No answer before the decision.")}")],
            },
            cancellation);
        if (asked.AnswerText is { } answer && question.AskedBy is { } asker)
            await TellAsync(record, asker, $"{record.RequesterName ?? "The requester"} answered your question \"{question.Words}\":\n\n{answer}", $"{key}/answer", cancellation);
    }

    // The page of the approval has it too: a chat that is away loses nothing.
    private async Task TellAsync(CaseRecord record, PersonId asker, string text, string key, CancellationToken cancellation)
    {
        foreach (var channel in channels.Where(static channel => channel is { IsProactive: true, ProvesPresses: true }))
        {
            try
            {
                await outbox.PostAsync(channel, $"approver|{asker}", new ChannelPost(key, asker, null, text) { Heading = record.Ticket.Number }, cancellation);
            }
            catch (VendorException)
            {
                // Said on the page of the approval.
            }
        }
    }
}
