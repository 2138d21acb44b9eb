using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A ticket as it is kept: read once, redacted before anything else saw it.</summary>
public sealed record TicketSnapshot
{
    /// <summary>The ticket.</summary>
    public required TicketReference Reference { get; init; }

    /// <summary>Redacted title.</summary>
    public required string Title { get; init; }

    /// <summary>Redacted, normalised and truncated text, with the newest comments of people.</summary>
    public required string Text { get; init; }

    /// <summary>What the placeholders stand for; never in a prompt, never a secret (those are dropped).</summary>
    public required IReadOnlyDictionary<string, string> Placeholders { get; init; }

    /// <summary>Version that was read.</summary>
    public required long Version { get; init; }

    /// <summary>When the ticket was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hash of redacted title and description without comments: what says that they were changed since; null when they could not be redacted in time.</summary>
    public string? RequestHash { get; init; }

    /// <summary>Ids of the comments that were there.</summary>
    public IReadOnlyList<string> CommentIds { get; init; } = [];

    /// <summary>True when it hands somebody else's mail on: it is about the person who wrote that mail.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>The newest comments of the requester, redacted, oldest first; they are in <see cref="Text"/> too.</summary>
    public IReadOnlyList<string> RequesterComments { get; init; } = [];

    /// <summary>Replies of the requester that say what was missing, redacted, oldest first; they are in <see cref="Text"/> too. Null unless the case is planned again.</summary>
    public IReadOnlyList<string>? Cures { get; init; }

    /// <summary>What the requester answered when they were asked, in the order of the questions. Default nothing.</summary>
    public IReadOnlyList<TicketAnswer> Answers { get; init; } = [];

    /// <summary>Where a person opens it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The requester as the ticket system names them; null when unknown.</summary>
    public TicketRequester? Requester { get; init; }

    /// <summary>How it came to be, as the ticket system says; null when it does not.</summary>
    public TicketOpening? Opening { get; init; }
}

/// <summary>An answer to a question about a ticket.</summary>
/// <param name="Kind">Which question.</param>
/// <param name="OptionId">The option that was chosen: an id of the directory or of our own files; null when it was answered in the person's own words.</param>
public sealed record TicketAnswer(string Kind, string? OptionId);
