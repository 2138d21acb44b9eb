using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>
/// The personal chat with the bot in Teams. A thread is the id of that chat, which a person has one of, so that what they write and what they are asked meet. Teams takes no
/// idempotency key: a post whose answer was lost may be seen twice.
/// </summary>
internal sealed class TeamsBotChannel(TeamsBotApi api) : IConversationChannel
{
    public string Name => TeamsBotApi.System;

    public string Title => "Teams";

    public bool IsProactive => true;

    // The call is signed by the Bot Framework and names the Entra account that is signed in.
    public bool ProvesPresses => true;

    public async Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation)
    {
        var activity = BotCard.Activity(post, null);
        try
        {
            var thread = post.Thread ?? (post.PersonId is { } person ? await api.BeginAsync(person, cancellation) : null);
            if (thread is null)
                return null;
            try
            {
                return new ChannelPosted(thread, await api.PostAsync(thread, activity, cancellation));
            }
            catch (VendorException gone) when (BotRefusal.IsGone(gone) && post.Thread is not null && post.PersonId is not null)
            {
                // Its history was cleared: the person has another chat with the bot now.
                var begun = await api.BeginAsync(post.PersonId, cancellation);
                return new ChannelPosted(begun, await api.PostAsync(begun, activity, cancellation));
            }
        }
        catch (VendorException refusal) when (BotRefusal.IsOfPerson(refusal))
        {
            return null;
        }
    }

    public async Task CloseAsync(ChannelPosted posted, ChannelPost post, string result, CancellationToken cancellation)
    {
        if (posted.MessageId is not { } message)
            return;
        try
        {
            await api.PutAsync(posted.Thread, message, BotCard.Activity(post, result), cancellation);
        }
        catch (VendorException refusal) when (BotRefusal.IsGone(refusal) || BotRefusal.IsOfPerson(refusal))
        {
            // What is gone, or hidden from us, has no buttons that could be taken off.
        }
    }
}
