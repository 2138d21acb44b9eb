namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>How a ticket came to be, by the ticket system's own records and never by words in the text. Only hints until matched in the directory.</summary>
/// <param name="By">Every account that opened or created it, each once: often the requester, on the phone an agent.</param>
/// <param name="Channel">The way it came.</param>
public sealed record TicketOpening(IReadOnlyList<TicketRequester> By, TicketChannel Channel);

/// <summary>The way a ticket came. The names are in plans that are hashed: never change them.</summary>
public enum TicketChannel
{
    /// <summary>The system does not say.</summary>
    Unknown,

    /// <summary>The person filed it, signed in.</summary>
    Portal,

    /// <summary>A mail became a ticket: anyone can write a sender's address.</summary>
    Mail,

    /// <summary>An agent wrote down what a caller said.</summary>
    Phone,

    /// <summary>A chat.</summary>
    Chat,

    /// <summary>An agent wrote down what a visitor said.</summary>
    WalkIn,

    /// <summary>A program filed it.</summary>
    Program,

    /// <summary>Another way.</summary>
    Other,

    /// <summary>A chat whose account is tied to the person by a mail address only.</summary>
    UnprovenChat,
}

/// <summary>Names of the ways a ticket comes, for people.</summary>
public static class TicketChannels
{
    /// <summary>The name.</summary>
    public static string NameOf(TicketChannel channel) => channel switch
    {
        TicketChannel.Portal => "self-service portal",
        TicketChannel.Mail => "mail",
        TicketChannel.Phone => "phone",
        TicketChannel.Chat => "chat",
        TicketChannel.WalkIn => "walk-in",
        TicketChannel.Program => "program",
        TicketChannel.Other => "another channel",
        TicketChannel.UnprovenChat => "chat (account not verified)",
        _ => "unknown channel",
    };

    /// <summary>True for a channel on which anyone can pass for someone else.</summary>
    public static bool IsUnproven(TicketChannel channel) => channel is TicketChannel.Mail or TicketChannel.Phone or TicketChannel.UnprovenChat;
}
