using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Channels;

/// <summary>
/// One more way to talk with a requester beside their ticket: a chat, a mailbox. The ticket always gets everything; a channel shows the same
/// conversation where the person is. Implementations keep nothing: what was posted, and where, is kept for all of them.
/// </summary>
public interface IConversationChannel
{
    /// <summary>Its name in conversations and settings, lower case: <c>teams-bot</c>, <c>mail</c>.</summary>
    string Name { get; }

    /// <summary>What people call it: <c>Teams</c>.</summary>
    string Title { get; }

    /// <summary>True when it may write to a person who did not write there first, so that questions reach people whose ticket came another way.</summary>
    bool IsProactive { get; }

    /// <summary>True when it proves which Entra account pressed a button, so that a decision can be taken there. Default false: then only a link to the page is posted.</summary>
    bool ProvesPresses => false;

    /// <summary>What the channel knows of who wrote a message, where the message itself holds only an account. Asked when the message is taken in, not when it comes.</summary>
    /// <exception cref="VendorException">The channel cannot be reached.</exception>
    Task<ChannelSender> SenderAsync(ChannelMessage message, CancellationToken cancellation) => Task.FromResult(message.Sender);

    /// <summary>Posts a message. It is called once per key, but for a call whose answer was lost.</summary>
    /// <returns>Where it is now; null when this person cannot be reached here.</returns>
    /// <exception cref="VendorException">The channel refuses it or cannot be reached; retryable when later may help.</exception>
    Task<ChannelPosted?> PostAsync(ChannelPost post, CancellationToken cancellation);

    /// <summary>Takes the buttons off a message of ours and shows instead what became of it. A channel that cannot edit does nothing.</summary>
    /// <exception cref="VendorException">The channel refuses it or cannot be reached.</exception>
    Task CloseAsync(ChannelPosted posted, ChannelPost post, string result, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>A message as a channel gets it.</summary>
/// <param name="Key">Idempotency key, for vendors that take one.</param>
/// <param name="PersonId">Entra object id of the person; null when it is not known who it is, and then only <paramref name="Thread"/> leads there.</param>
/// <param name="Thread">The thread it belongs to; null to begin one with the person.</param>
/// <param name="Text">Plain text in the person's language.</param>
public sealed record ChannelPost(string Key, PersonId? PersonId, string? Thread, string Text)
{
    /// <summary>Two-letter language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A short heading: the number and title of the ticket; null when it is about none.</summary>
    public string? Heading { get; init; }

    /// <summary>The signed link to the person's own page of the case, with its title; null when it is about none.</summary>
    public ChannelLink? Page { get; init; }

    /// <summary>Buttons; empty when nothing is asked.</summary>
    public IReadOnlyList<ChannelButton> Buttons { get; init; } = [];

    /// <summary>A line to write in, with its own button; null where nothing is to be written. A channel without such lines leaves it out.</summary>
    public ChannelInput? Input { get; init; }

    /// <summary>A small form behind a button of its own; null where there is none. A channel without forms leaves it out.</summary>
    public ChannelForm? Form { get; init; }

    /// <summary>Further links below the page. Default none.</summary>
    public IReadOnlyList<ChannelLink> Links { get; init; } = [];

    /// <summary>True when the message shows how its matter ended, also when it has no buttons that could be taken off. Default false.</summary>
    public bool ShowsEnd { get; init; }
}

/// <summary>A link under a message.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Address">Where it leads. Opening it does nothing.</param>
public sealed record ChannelLink(string Title, Uri Address);

/// <summary>A button under a message.</summary>
/// <param name="Token">Comes back when it is pressed (<see cref="ChannelMessage.Press"/>). Signed; at most 300 characters.</param>
/// <param name="Title">What it says.</param>
public sealed record ChannelButton(string Token, string Title);

/// <summary>A line to write in under a message. What was written comes with the press (<see cref="ChannelMessage.Text"/>).</summary>
/// <param name="Label">What to write there.</param>
/// <param name="Button">The button that sends it.</param>
/// <param name="Longest">Most characters.</param>
public sealed record ChannelInput(string Label, ChannelButton Button, int Longest);

/// <summary>A form under a message. What was filled in comes with the press (<see cref="ChannelMessage.Fields"/>).</summary>
/// <param name="Title">What opens it.</param>
/// <param name="Text">What filling it in does, in a sentence or two.</param>
/// <param name="Fields">What is filled in.</param>
/// <param name="Button">The button that sends it.</param>
public sealed record ChannelForm(string Title, string Text, IReadOnlyList<ChannelField> Fields, ChannelButton Button);

/// <summary>One field of a form.</summary>
/// <param name="Id">Its name: lower-case letters.</param>
/// <param name="Label">What to fill in.</param>
/// <param name="IsDay">True for a day, which comes as <c>yyyy-MM-dd</c>; false for a line of text.</param>
public sealed record ChannelField(string Id, string Label, bool IsDay = false);

/// <summary>A message that was posted.</summary>
/// <param name="Thread">Its thread.</param>
/// <param name="MessageId">The channel's id of it; null where it cannot be edited.</param>
public sealed record ChannelPosted(string Thread, string? MessageId);
