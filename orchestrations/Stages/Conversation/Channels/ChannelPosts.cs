using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>
/// Shows the conversation of a case on the channels where its requester is: where they wrote, and with a question also where we may write first. A channel that is
/// away holds up no case: the ticket and the page have it.
/// </summary>
public sealed class ChannelPosts(IEnumerable<IConversationChannel> channels, ChannelThreads threads, ChannelOutbox outbox, OwedPosts owed, ButtonTokens tokens, PersonLinks links)
{
    private readonly List<IConversationChannel> _channels = [.. channels];

    /// <summary>The channel of a name; null when there is none.</summary>
    public IConversationChannel? Find(string name) => _channels.Find(channel => channel.Name == name);

    /// <summary>Posts it, once per key and channel.</summary>
    /// <returns>Channels that did not take it, and why; empty when all did.</returns>
    public async Task<IReadOnlyList<string>> TellAsync(CaseRecord record, ConversationSaying saying, CancellationToken cancellation)
    {
        List<string> undelivered = [];
        foreach (var channel in _channels)
        {
            var thread = await threads.OfCaseAsync(record.CaseId, channel.Name, cancellation);
            if (thread is null && (!channel.IsProactive || (saying.Question is null && saying.Buttons.Count == 0) || record.RequesterId is null))
                continue;
            var post = PostOf(record, saying, thread?.Thread);
            try
            {
                var posted = await outbox.PostAsync(channel, record.CaseId, post, cancellation);
                if (posted is not null && thread is null)
                    await threads.TieAsync(record.CaseId, channel.Name, posted.Thread, record.RequesterId, cancellation);
            }
            catch (VendorException fault)
            {
                undelivered.Add($"{channel.Title}: {fault.Message}");
                if (fault.IsRetryable)
                    await owed.KeepAsync(channel.Name, record.CaseId, post, cancellation);
            }
        }

        return undelivered;
    }

    /// <summary>Takes the buttons of a question, or of the feedback, off all channels.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">Which buttons.</param>
    /// <param name="number">Number of the question; 0 for feedback.</param>
    /// <param name="result">What stands there instead, by language.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task CloseAsync(CaseId caseId, ButtonKind kind, int number, Func<string, string> result, CancellationToken cancellation)
    {
        foreach (var channel in _channels)
        {
            try
            {
                await outbox.CloseAsync(channel, caseId, post => Holds(post) ? result(post.Language) : null, cancellation);
            }
            catch (VendorException)
            {
                // The button that is left does nothing any more: who presses it is answered so.
            }
        }

        await foreach (var (row, message) in owed.AllAsync(cancellation))
        {
            if (message.CaseId == caseId && message.Post is { } post && Holds(post))
                await owed.EndAsync(row, cancellation);
        }

        bool Holds(ChannelPost post) => post.Buttons.Any(button => tokens.TryRead(button.Token, out var press) && press.Kind == kind && press.Number == number);
    }

    private ChannelPost PostOf(CaseRecord record, ConversationSaying saying, string? thread)
    {
        var language = saying.Question?.Language ?? record.Language ?? "en";
        var page = links.MyLinkFor(record.CaseId);
        return new ChannelPost(saying.Key, record.RequesterId, thread, Without(page, saying.Text))
        {
            Language = language,
            Heading = $"{record.Ticket.Number}{(record.Title is { Length: > 0 } title ? $": {title}" : "")}",
            Page = new ChannelLink(ChannelTexts.Page.In(language), page),
            Buttons = saying switch
            {
                { Question: { Options.Count: > 0 } question } => [.. question.Options.Select((option, place) => new ChannelButton(tokens.Write(new ButtonPress(record.CaseId, ButtonKind.Answer, question.Number, place)), option.Text))],
                { AsksFeedback: true } =>
                [
                    new ChannelButton(tokens.Write(new ButtonPress(record.CaseId, ButtonKind.Works)), ChannelTexts.Works.In(language)),
                    new ChannelButton(tokens.Write(new ButtonPress(record.CaseId, ButtonKind.WorksNot)), ChannelTexts.WorksNot.In(language)),
                ],
                _ => [.. saying.Buttons.Select(button => new ChannelButton(tokens.Write(new ButtonPress(record.CaseId, button.Kind, button.Number)), button.Title.In(language)))],
            },
        };
    }

    // The link to the page is a part of the post of its own; the other links stay in the text.
    private static string Without(Uri page, string text) => text.Replace($" {page}", "", StringComparison.Ordinal).Replace(page.ToString(), "", StringComparison.Ordinal).Trim();
}
