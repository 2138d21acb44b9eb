using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Channels;

/// <summary>What a person wrote or pressed on a channel, after the channel proved that it carries it. All texts are untrusted.</summary>
/// <param name="Channel">Name of the channel (<see cref="IConversationChannel.Name"/>).</param>
/// <param name="Id">The channel's id of it: what a repetition is recognised by. At most 400 characters.</param>
/// <param name="Thread">Where an answer goes, in the channel's own form; opaque to everybody else. At most 1,000 characters.</param>
/// <param name="Sender">Who wrote it.</param>
/// <param name="Text">The person's own words, without what they quote; for a button, what was written beside it.</param>
/// <param name="SentAt">By the channel's clock, UTC.</param>
public sealed record ChannelMessage(string Channel, string Id, string Thread, ChannelSender Sender, string Text, DateTimeOffset SentAt)
{
    /// <summary>Longest text that is read; what is longer is cut.</summary>
    public const int LongestText = 20_000;

    /// <summary>Subject of a mail; null where a channel has none.</summary>
    public string? Subject { get; init; }

    /// <summary>Files that came with it, by name: they stay where they are and are never opened. Default none.</summary>
    public IReadOnlyList<ChannelFile> Files { get; init; } = [];

    /// <summary>True when the thread holds one matter only (a mail thread, a reply in a thread), so that what is written there belongs to its case.</summary>
    public bool IsThreaded { get; init; }

    /// <summary>Token of the button that was pressed (<see cref="ChannelButton.Token"/>); null for words.</summary>
    public string? Press { get; init; }

    /// <summary>Most fields of a form that are read.</summary>
    public const int MostFields = 6;

    /// <summary>Longest text of a field that is read; what is longer is cut.</summary>
    public const int LongestField = 200;

    /// <summary>What was filled in beside the button, by <see cref="ChannelField.Id"/>: the client's claim, like all texts. Default none.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when nothing was written: the person came to the channel for the first time and is greeted.</summary>
    public bool IsArrival { get; init; }

    /// <summary>True when a machine wrote it, by the channel's own marks (an automatic reply, a list, a bounce): it is answered by nothing.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>A file that came with a message.</summary>
/// <param name="Name">Its name as the sender gave it. Untrusted text; at most 120 characters.</param>
/// <param name="Bytes">Its size; null when the channel does not say.</param>
public sealed record ChannelFile(string Name, long? Bytes = null)
{
    /// <summary>Most files that are named.</summary>
    public const int Most = 10;

    /// <summary>Longest name.</summary>
    public const int LongestName = 120;
}

/// <summary>Who wrote a message.</summary>
/// <param name="Proof">What the channel proves of it.</param>
/// <param name="PersonId">Entra object id; null when the channel names none.</param>
/// <param name="Address">Mail address; null when the channel names none.</param>
/// <param name="Name">Name as the channel shows it. Proves nothing.</param>
public sealed record ChannelSender(SenderProof Proof, PersonId? PersonId, string? Address, string Name)
{
    /// <summary>The channel's own id of the account, from which <see cref="IConversationChannel.SenderAsync"/> finds out the rest; null where the message says all.</summary>
    public string? AccountId { get; init; }
}

/// <summary>What a channel proves of who wrote a message. Names are kept: never change them.</summary>
public enum SenderProof
{
    /// <summary>Nothing: a sender's address that anyone can write.</summary>
    None,

    /// <summary>That the organisation's own domain or server holds the address. It opens tickets and adds to them; it proves no person.</summary>
    Address,

    /// <summary>The Entra account that is signed in.</summary>
    Account,

    /// <summary>The address, and that its person once confirmed by their sign-in that the account is theirs. A ticket of it is that person's; it decides nothing.</summary>
    Linked,
}
