using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>Says something to the requester of a case: in the ticket, on their own page and on the channels where they are.</summary>
public sealed class ConversationService(TicketWrites writes, Conversations said, ChannelPosts channels, PersonLinks links)
{
    /// <summary>The name of the ticket in a conversation.</summary>
    public const string Ticket = "ticket";

    /// <summary>The name of the requester's own page in a conversation.</summary>
    public const string Page = "page";

    /// <summary>Says it, once per key. What a channel beside the ticket does not take is in the result and stops nothing.</summary>
    /// <param name="record">The case.</param>
    /// <param name="saying">What is said.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket system cannot be reached; retryable.</exception>
    public async Task<TicketWritten> TellAsync(CaseRecord record, ConversationSaying saying, CancellationToken cancellation)
    {
        var written = await writes.TellAsync(record, saying.Text, saying.Key, cancellation);
        await said.AddAsync(record.CaseId, saying.Key, Speaker.HelpDesk, Ticket, WithoutLinks(record.CaseId, saying), cancellation);
        return written with { Undelivered = await channels.TellAsync(record, saying, cancellation) };
    }

    // The page has its own buttons for what the links of a message do.
    private string WithoutLinks(CaseId caseId, ConversationSaying saying)
    {
        string[] all = [links.LinkFor(caseId).ToString(), links.NotMeLinkFor(caseId).ToString(), links.MyLinkFor(caseId).ToString(), .. saying.Link is { } own ? [own.ToString()] : Array.Empty<string>()];
        return string.Join('\n', saying.Text.Split('\n').Where(line => !Array.Exists(all, link => line.Contains(link, StringComparison.Ordinal)))).Trim();
    }
}

/// <summary>Something that is said to a requester.</summary>
/// <param name="Text">The whole message.</param>
/// <param name="Key">Idempotency key.</param>
public sealed record ConversationSaying(string Text, string Key)
{
    /// <summary>The question that it asks; null when it asks none.</summary>
    public CaseQuestion? Question { get; init; }

    /// <summary>A link in the text that is for the requester alone: it is not kept with the conversation. Null when there is none.</summary>
    public Uri? Link { get; init; }

    /// <summary>True when it asks whether the solution helped. Default false.</summary>
    public bool AsksFeedback { get; init; }

    /// <summary>Buttons of its own, for a message that asks something else than a question of the case; default none. With one it goes to where the requester may be written to first.</summary>
    public IReadOnlyList<SayingButton> Buttons { get; init; } = [];
}

/// <summary>A button of a message.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Number">Of what: a number that whoever handles the press compares.</param>
/// <param name="Title">What stands on it.</param>
public sealed record SayingButton(ButtonKind Kind, int Number, LocalizedText Title);
