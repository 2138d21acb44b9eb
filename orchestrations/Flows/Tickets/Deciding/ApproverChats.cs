using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Channels;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>
/// Writes to each approver in the chats that may write first. Where the chat proves who presses, the message has buttons; everywhere else, and where
/// policy asks for a fresh sign-in, it leads to the page.
/// </summary>
public sealed class ApproverChats(IEnumerable<IConversationChannel> channels, ApproverRecipients recipients, ApproverMessage message, ChannelOutbox outbox, IOptions<ApproverChatOptions> options) : INoticeChannel
{
    private static readonly ChannelLimits Pace = new(PostsAtOnce: 2, TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(2), ChannelLimits.PatientRetry);

    private readonly List<IConversationChannel> _channels = [.. channels];

    /// <inheritdoc />
    public string Id => "chats";

    /// <inheritdoc />
    public string Name => "Chats";

    /// <inheritdoc />
    public ChannelLimits Limits => Pace;

    /// <summary>Where the messages about an approval are found together.</summary>
    public static string ScopeOf(string approvalId) => $"approval|{approvalId}";

    /// <inheritdoc />
    public bool Takes(NoticeKind kind) => kind is NoticeKind.Request or NoticeKind.Reminder or NoticeKind.Escalation && options.Value.InChats == true && _channels.Exists(static channel => channel.IsProactive);

    /// <inheritdoc />
    public async Task PostAsync(Notice notice, string key, CancellationToken cancellation)
    {
        if (notice.Decision is not { } decision)
            return;
        var people = await recipients.OfAsync(decision.ApprovalId, notice.Kind, cancellation);
        VendorException? fault = null;
        var isPosted = false;
        foreach (var channel in _channels.Where(static channel => channel.IsProactive))
        {
            foreach (var person in people)
            {
                try
                {
                    var post = message.Of(notice, decision, channel, person, $"{key}|{person}");
                    isPosted |= await outbox.PostAsync(channel, decision.IsDigest ? $"approval-digest|{key}" : ScopeOf(decision.ApprovalId), post, cancellation) is not null;
                }
                catch (VendorException refusal)
                {
                    // The others still get theirs; a repetition posts only what is missing.
                    fault = fault is { IsRetryable: true } ? fault : refusal;
                }
            }
        }

        if (fault is { IsRetryable: true } || (fault is not null && !isPosted))
            throw fault;
    }

    /// <inheritdoc />
    public void GaveUp()
    {
        // Each chat says by itself in health that it does not work; a group that is too large is said on the case.
    }
}
