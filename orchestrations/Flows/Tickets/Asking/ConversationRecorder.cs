using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Shows an answer in the conversation, on the channels, and in the ticket when it was given elsewhere.</summary>
public sealed class ConversationRecorder(Conversations conversations, ChannelPosts channels, TicketWrites writes, CaseStore caseStore)
{
    private static readonly LocalizedText Answered = LocalizedText.Of(
        "Your answer: {0}. Thank you, we are going on with it.", "Ihre Antwort: {0}. Danke, wir machen damit weiter.", "Su respuesta: {0}. Gracias, seguimos con ello.", "Votre réponse : {0}. Merci, nous continuons avec cela.");

    /// <summary>Records it; a repetition changes nothing.</summary>
    public async Task HeardAsync(AskedQuestion asked, string key, CancellationToken cancellation)
    {
        await channels.CloseAsync(
            asked.Question.CaseId, ButtonKind.Answer, asked.Question.Number,
            language => asked.AnswerText is { } chosen ? ChannelTexts.Chosen.In(language).Replace("{0}", chosen, StringComparison.Ordinal) : ChannelTexts.TooLate.In(language), cancellation);
        if (asked is not { End: { } end, AnswerText: { } answer } || await caseStore.FindAsync(asked.Question.CaseId, cancellation) is not { } record)
            return;
        await conversations.AddAsync(record.CaseId, string.Create(CultureInfo.InvariantCulture, $"answer-{asked.Question.Number}"), Speaker.Requester, end.Channel, answer, cancellation);
        if (end.Channel == ConversationService.Ticket)
            return;
        var text = Answered.In(asked.Question.Language).Replace("{0}", answer, StringComparison.Ordinal);
        var written = await writes.TellAsync(record, text, $"{key}/heard", cancellation);
        if (written.Problem is { } problem)
            await caseStore.UpdateAsync(record.CaseId, before => before.With($"The answer is not in the ticket: {problem}"), cancellation);
    }
}
