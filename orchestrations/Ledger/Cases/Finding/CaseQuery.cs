namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>Which cases are searched for; all that is given must hold.</summary>
public sealed record CaseQuery
{
    /// <summary>A ticket number or case id, or words of title, requester and targets; empty = any.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words of the requester's name, or their object id; empty = any.</summary>
    public string Requester { get; init; } = "";

    /// <summary>Words of the name of a device, account or group that the plan is about; empty = any.</summary>
    public string Target { get; init; } = "";

    /// <summary>Their state; null = any.</summary>
    public CaseState? State { get; init; }

    /// <summary>Which way they took; null = any.</summary>
    public CasePath? Path { get; init; }

    /// <summary>Intent id; empty = any.</summary>
    public string Intent { get; init; } = "";

    /// <summary>Opened at or after this moment, UTC; null = any.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Opened before this moment, UTC; null = any.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The place behind which the page begins; null = the newest case.</summary>
    public string? After { get; init; }

    /// <summary>Cases of one page. Default 25.</summary>
    public int PageSize { get; init; } = 25;

    /// <summary>True when something is searched for by words or number.</summary>
    public bool HasText => Text.Trim().Length > 0 || Requester.Trim().Length > 0 || Target.Trim().Length > 0;

    /// <summary>True when anything is asked for, besides where the page begins.</summary>
    public bool IsFiltered => HasText || HasFacts || From is not null || Until is not null;

    /// <summary>True when the facts of a line decide.</summary>
    internal bool HasFacts => State is not null || Path is not null || Intent.Length > 0;

    /// <summary>The first place that may match.</summary>
    internal string? FirstPlace => Until is { } until ? CasePlace.Before(until) : null;

    /// <summary>The text behind the last place that may match.</summary>
    internal string? EndPlace => From is { } from ? CasePlace.Before(from) : null;

    /// <summary>True when a line holds what is asked for.</summary>
    internal bool Takes(CaseLine line) =>
        line.State is { } state && (State is null || state == State) && (Path is null || line.Path == Path)
        && (Intent.Length == 0 || string.Equals(line.Intent, Intent, StringComparison.Ordinal));

    /// <summary>True when the cases of a kind (<see cref="CaseLine.Kind"/>) hold what is asked for.</summary>
    internal bool Takes(string kind) =>
        kind.Split('|', 3) is [var state, var path, var intent]
        && (State is null || state == State.ToString()) && (Path is null || path == Path.ToString()) && (Intent.Length == 0 || intent == Intent);
}

/// <summary>One page of what was found.</summary>
/// <param name="Places">Places of the page's cases, the newest first.</param>
/// <param name="Total">How many there are in all, whatever page this is.</param>
/// <param name="IsExact">False when the search ended at its limit: there are at least so many.</param>
/// <param name="Next">The place behind which the next page begins; null when this is the last.</param>
internal sealed record FoundPlaces(IReadOnlyList<string> Places, int Total, bool IsExact, string? Next);
