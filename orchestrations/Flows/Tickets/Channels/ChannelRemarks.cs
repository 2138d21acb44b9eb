using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>What a requester writes on a channel while nothing is asked: it means what the same words mean as a comment in the ticket.</summary>
public sealed class ChannelRemarks(CommentReader comments, NotMeService notMe, PersonRequestService people, TicketStops stops, FeedbackService feedback, ChannelAdditions additions)
{
    /// <summary>Hears it.</summary>
    /// <param name="record">The case.</param>
    /// <param name="received">The message.</param>
    /// <param name="own">The person's own words, redacted.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What it was; null when it is a new matter.</returns>
    public async Task<ChannelMeaning?> HearAsync(CaseRecord record, ReceivedMessage received, string own, CancellationToken cancellation)
    {
        if (NotMeWords.Says(own))
        {
            await notMe.ReportAsync(record.CaseId, received.By, received.Message.Channel, cancellation);
            return await SayAsync(ChannelTexts.Noted);
        }

        var meaning = comments.Of(own, record.Intent);
        // A chat has no threads: who writes of something else there begins a new matter.
        if (meaning == CommentMeaning.Changed && !received.Message.IsThreaded)
            return null;
        var isOver = record.State is CaseState.Resolved or CaseState.CheckingOutcome;
        switch (meaning)
        {
            case CommentMeaning.Nothing:
                return await additions.AddAsync(record, received, own, null, cancellation);
            case CommentMeaning.WantsPerson:
                await people.RequestAsync(record.CaseId, received.By, cancellation);
                return await SayAsync(ChannelTexts.PersonAsked);
            case CommentMeaning.Solved when isOver:
                await feedback.GiveAsync(record, true, null, null, received.By, cancellation);
                return await SayAsync(ChannelTexts.Glad);
            case not CommentMeaning.Withdrawn when record.State == CaseState.Resolved:
                return await feedback.GiveAsync(record, false, null, null, received.By, cancellation) ? await SayAsync(ChannelTexts.Reopened) : null;
            case CommentMeaning.Solved or CommentMeaning.Withdrawn or CommentMeaning.Changed when record.ClosedAt is null:
                await stops.RequestAsync(record.CaseId, KindOf(meaning), $"The requester wrote on {received.Message.Channel}: {WhyOf(meaning)}", cancellation);
                return await SayAsync(ChannelTexts.Noted);
            default:
                return await SayAsync(ChannelTexts.Added);
        }

        Task<ChannelMeaning?> SayAsync(LocalizedText text) => additions.AddAsync(record, received, own, text, cancellation);
    }

    private static TicketStopKind KindOf(CommentMeaning meaning) => meaning switch
    {
        CommentMeaning.Solved => TicketStopKind.Solved,
        CommentMeaning.Withdrawn => TicketStopKind.Withdrawn,
        _ => TicketStopKind.Changed,
    };

    private static string WhyOf(CommentMeaning meaning) => meaning switch
    {
        CommentMeaning.Solved => "it works now.",
        CommentMeaning.Withdrawn => "the request is withdrawn.",
        _ => "they ask for something else.",
    };
}
