using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>
/// Opens a ticket for who wrote on a channel, in the organisation's own ticket system, and lets its case begin. For whom it is opened is signed before it
/// is opened.
/// </summary>
public sealed class ChannelOpener(TicketSystems systems, ChannelOpenings openings, ChannelThreads threads, TicketIntake intake, ChannelReplies replies, OpeningLimits limits)
{
    private const int LongestTitle = 120;

    /// <summary>Opens it; a greeting and a person who is not known get an answer and no ticket.</summary>
    /// <exception cref="VendorException">The ticket system or the channel cannot be reached, or refuses for good.</exception>
    public async Task<ChannelMeaning> OpenAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var message = received.Message;
        if (GreetingWords.IsGreeting(message.Subject, message.Text))
            return await GreetAsync(received, cancellation);

        // A mail of an unknown sender still becomes a ticket for the service desk; a chat account that is not a person of the directory gets an answer only.
        var isMail = message.Subject is not null;
        if (received.Person is null && !isMail)
        {
            await replies.ReplyAsync(received, ChannelTexts.Unknown, null, null, cancellation);
            return ChannelMeaning.Nothing;
        }

        await limits.RequireAsync(received, cancellation);
        var system = systems.Get(limits.TicketSystem(systems));
        var draft = Draft(received, isMail);
        await openings.KeepAsync(received.Key, draft, cancellation);
        var ticket = await system.OpenAsync(draft, received.Key, cancellation);
        await threads.TieAsync(ticket.CaseId, message.Channel, message.Thread, received.Person?.Id ?? message.Sender.Address, cancellation);
        await replies.OpenedAsync(received, ticket.CaseId, ticket.Number, cancellation);
        await intake.OpenAsync(ticket, $"channel/{received.Key}", cancellation);
        return ChannelMeaning.NewTicket;
    }

    /// <summary>Greets who came or said hello.</summary>
    public async Task<ChannelMeaning> GreetAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        await replies.ReplyAsync(received, received.Person is null ? ChannelTexts.Unknown : ChannelTexts.Greeting, null, null, cancellation);
        return ChannelMeaning.Nothing;
    }

    /// <summary>Says that no ticket could be opened, when the channel can still be reached.</summary>
    public async Task RefuseAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        if (!received.Message.IsAutomatic)
            await replies.ReplyAsync(received, ChannelTexts.NotTakenIn, null, null, cancellation);
    }

    private static TicketDraft Draft(ReceivedMessage received, bool isMail)
    {
        var message = received.Message;
        var title = message.Subject is { } subject && !string.IsNullOrWhiteSpace(subject) ? subject.Trim() : FirstSentence(message.Text);
        var from = received.Person is null ? $"\n\nFrom: {message.Sender.Name} <{message.Sender.Address ?? "no address"}> (sender not verified)" : "";
        var channel = isMail ? TicketChannel.Mail : message.Sender.Proof is SenderProof.Account or SenderProof.Linked ? TicketChannel.Chat : TicketChannel.UnprovenChat;
        return new TicketDraft(title.Length <= LongestTitle ? title : $"{title[..(LongestTitle - 1)]}…", $"{FileLines.Under(message.Text, message.Files, received.Person?.Language)}{from}", received.Person?.Mail ?? received.Person?.UserPrincipalName, received.Person?.UserPrincipalName, channel);
    }

    private static string FirstSentence(string text)
    {
        var line = text.Trim().Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['.', '!', '?']);
        return end > 15 ? line[..(end + 1)] : line;
    }
}

/// <summary>How many tickets a sender may open, and where.</summary>
public sealed class OpeningLimits(SenderLimits limits, IOptions<ChannelOptions> options)
{
    /// <summary>Id of the ticket system in which tickets are opened.</summary>
    /// <exception cref="VendorException">None is configured.</exception>
    public string TicketSystem(TicketSystems systems) => options.Value.TicketSystem ?? systems.All.Select(static system => system.Name).FirstOrDefault()
        ?? throw new VendorException("channels", "not-configured", "No ticket system is configured in which a ticket could be opened.", isRetryable: false);

    /// <summary>Refuses a ticket too many.</summary>
    /// <exception cref="VendorException"><c>too-many</c>: not to be repeated.</exception>
    public async Task RequireAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        if (!await limits.AllowsTicketAsync(received, cancellation))
            throw new VendorException("channels", "too-many", $"One sender opened {options.Value.TicketsPerHour} tickets in this hour (Channels:TicketsPerHour); this message is kept and opened none.", isRetryable: false);
    }
}
