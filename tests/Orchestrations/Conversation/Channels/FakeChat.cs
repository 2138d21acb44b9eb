using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Conversation.Channels;

/// <summary>A chat in memory.</summary>
internal sealed class FakeChat(string name = "chat") : IConversationChannel
{
    public string Name => name;

    public string Title => "Chat";

    public bool IsProactive { get; set; } = true;

    public bool ProvesPresses { get; set; }

    public bool IsDown { get; set; }

    /// <summary>People who cannot be reached here.</summary>
    public HashSet<string> Unreachable { get; } = new(StringComparer.Ordinal);

    public List<ChannelPost> Posts { get; } = [];

    public List<(string MessageId, string Result)> Closed { get; } = [];

    public Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation)
    {
        Require();
        if (post.PersonId is { } person && Unreachable.Contains(person))
            return Task.FromResult<ChannelPosted?>(null);
        Posts.Add(post);
        return Task.FromResult<ChannelPosted?>(new ChannelPosted(post.Thread ?? $"chat-of-{post.PersonId}", $"m{Posts.Count}"));
    }

    public Task CloseAsync(ChannelPosted posted, ChannelPost post, string result, CancellationToken cancellation)
    {
        Require();
        Closed.Add((posted.MessageId!, result));
        return Task.CompletedTask;
    }

    private void Require()
    {
        if (IsDown)
            throw new VendorException("chat", "503", "The chat is down.", isRetryable: true);
    }
}
