using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Hears what the requester of a case writes on a channel: as an answer to the question that waits, or as what a comment in the ticket would mean.</summary>
public sealed class ChannelHearing(AnswerService answers, ChannelRemarks remarks, ChannelPresses presses, ChannelReplies replies, OwnWords words, TicketSystems systems)
{
    /// <summary>Hears it.</summary>
    /// <returns>What it was; null when it is a new matter.</returns>
    /// <exception cref="Foundation.VendorException">Something that it needs cannot be reached now.</exception>
    public async Task<ChannelMeaning?> HearAsync(CaseRecord record, ReceivedMessage received, CancellationToken cancellation)
    {
        var own = words.Of(record, received.Message.Text);
        if (record.OpenQuestion is not { } number)
            return await remarks.HearAsync(record, received, own, cancellation);
        var heard = await answers.HearAsync(record, number, own, new AnswerSource(received.By, received.Message.Channel), cancellation);
        var text = heard switch
        {
            Heard.Answered => ChannelTexts.Thanks,
            Heard.Stopped => ChannelTexts.Noted,
            Heard.NotUnderstood => ChannelTexts.NotUnderstood,
            _ => ChannelTexts.TooLate,
        };
        await replies.ReplyAsync(received, text, record, null, cancellation);
        return ChannelMeaning.Answer;
    }

    /// <summary>Takes a button whose channel is not waiting for the answer, and says what became of it. A question that was answered shows it by itself.</summary>
    public async Task<ChannelMeaning> PressAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var pressed = await presses.PressAsync(received, cancellation);
        if (!pressed.IsAnswer)
            await replies.SayAsync(received, pressed.Text, cancellation);
        return ChannelMeaning.Answer;
    }

    /// <summary>Writes down for the service desk what somebody else wrote in the thread of a case. It decides nothing and is not answered.</summary>
    public async Task<ChannelMeaning> NoteAsync(CaseRecord record, ReceivedMessage received, CancellationToken cancellation)
    {
        await systems.Get(record.Ticket.System).NoteAsync(
            record.Ticket.ExternalId,
            $"A person who is not the requester wrote in the {received.Message.Channel} thread of this ticket ({received.Person?.DisplayName ?? received.Message.Sender.Address ?? "an unknown account"}). It was not taken as the requester's word:\n\n{words.Of(record, received.Message.Text)}",
            $"{received.Key}/note", cancellation);
        return ChannelMeaning.Addition;
    }
}
