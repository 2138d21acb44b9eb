using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>
/// Decides what a message of a channel is: the answer to a question, more about an open ticket, or a new one. Everything it does carries the
/// message's key, so that a repetition does nothing twice. What can never be done is kept for an operator.
/// </summary>
public sealed class TakeInChannelMessage(ChannelInbox inbox, ChannelSenders senders, ChannelCases cases, ChannelHearing hearing, ChannelOpener opener, DeadLetters deadLetters)
    : Activity<ChannelMessageWorkflow.Input, TakeInChannelMessage.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<ChannelMessageWorkflow.Input, Result> Reference = Named<TakeInChannelMessage>("take-in-channel-message");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, ChannelMessageWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        if (await inbox.FindAsync(input.Key, cancellation) is not { } kept)
            return new Result(ChannelMeaning.Nothing);
        var received = await senders.OfAsync(input.Key, kept, cancellation);
        var message = received.Message;
        ChannelMeaning meaning;
        try
        {
            meaning = message.IsAutomatic ? ChannelMeaning.Nothing : message.Press is not null ? await hearing.PressAsync(received, cancellation) : await TakeAsync(received, cancellation);
        }
        catch (VendorException refusal) when (!refusal.IsRetryable)
        {
            await deadLetters.KeepAsync(input.Key, null, "not-opened", $"A message on {message.Channel} could not be taken in: {refusal.Message}", cancellation, mayReopen: false);
            await opener.RefuseAsync(received, cancellation);
            // Kept with its text: an operator may still need it.
            return new Result(ChannelMeaning.Refused);
        }

        await inbox.EndAsync(input.Key, cancellation);
        return new Result(meaning);
    }

    private async Task<ChannelMeaning> TakeAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        if (received.Message.IsArrival)
            return await opener.GreetAsync(received, cancellation);
        var found = await cases.FindAsync(received, cancellation);
        return found.IsHijacked ? await hearing.NoteAsync(found.Record!, received, cancellation)
            : found.Record is { } record && await hearing.HearAsync(record, received, cancellation) is { } heard ? heard
            : await opener.OpenAsync(received, cancellation);
    }

    /// <summary>What became of it.</summary>
    /// <param name="Meaning">What it was.</param>
    public sealed record Result(ChannelMeaning Meaning);
}

/// <summary>A message with who wrote it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Message">The message.</param>
/// <param name="Person">The live member of the directory who wrote it, as far as the channel proves; null when it is nobody known.</param>
public sealed record ReceivedMessage(string Key, ChannelMessage Message, Person? Person)
{
    /// <summary>Who speaks, for questions and stops: <c>person:objectId</c> only where the channel proves the account.</summary>
    public string By => Person is { } person && Message.Sender.Proof == SenderProof.Account ? $"person:{person.Id}" : "requester";
}

/// <summary>What a message was taken for.</summary>
public enum ChannelMeaning
{
    /// <summary>Nothing: a greeting, thanks, a machine, or dealt with before.</summary>
    Nothing,

    /// <summary>The answer to a question.</summary>
    Answer,

    /// <summary>More about a ticket.</summary>
    Addition,

    /// <summary>A new ticket.</summary>
    NewTicket,

    /// <summary>It could not be taken in; an operator sees it.</summary>
    Refused,
}
