using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Which access a ticket names. Two that are named side by side, or one in the title and another in the text, are never answered by doing
/// one of them, unless the requester's newest comment settles it.
/// </summary>
public sealed class NamedAccess(AccessCatalogue access)
{
    private const int SideBySide = 14;

    private static readonly string[] Joins = [" AND ", " OR ", " UND ", " ODER ", " SOWIE ", " Y ", " E ", " O ", " ET ", " OU ", ",", "&", "/", "+"];

    /// <summary>How the ticket names what it asks access to: by the newest reply that said what was missing, if that names exactly one thing; else as the model read it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="hint">How the model read it; null when it did not.</param>
    public string? HintOf(TicketSnapshot ticket, string? hint)
    {
        var said = (ticket.Cures ?? []).Select(Everything).LastOrDefault(static named => named.Count > 0);
        return said is [var one] ? one.Aliases[0] : hint;
    }

    /// <summary>Why it is in doubt which access is meant; null when it is not.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="hint">How the model read it; null when it did not.</param>
    public string? WhyInDoubt(TicketSnapshot ticket, string? hint)
    {
        if (hint is null || access.Match(hint, AccessKind.Application) is not { } meant)
            return null;
        // The newest words win.
        if (ticket.RequesterComments.Select(Entries).LastOrDefault(static said => said.Count > 0) is { } newest)
            return newest.Count == 1 && newest[0] == meant ? null : Doubt(newest.Prepend(meant));
        var (title, text) = (Entries(ticket.Title), Entries(ticket.Text));
        if (title.Count > 0 && text.Count > 0 && !title.Intersect(text).Any())
            return Doubt(title.Concat(text));
        return (Joined(ticket.Text) ?? Joined(ticket.Title)) is { } several ? Doubt(several) : null;
    }

    private List<AccessEntry> Entries(string text) => [.. access.NamedIn(text, AccessKind.Application).Select(named => named.Entry).Distinct()];

    private List<AccessEntry> Everything(string text) => [.. Entries(text).Concat(access.NamedIn(text, AccessKind.Licence).Select(named => named.Entry)).Distinct()];

    private List<AccessEntry>? Joined(string text)
    {
        var (words, named) = (AccessCatalogue.Normalise(text), access.NamedIn(text, AccessKind.Application));
        for (var at = 1; at < named.Count; at++)
        {
            var (one, other) = (named[at - 1], named[at]);
            var from = one.At + one.Length;
            if (one.Entry != other.Entry && other.At >= from && other.At - from <= SideBySide && Array.Exists(Joins, join => $"{words[from..other.At]} ".Contains(join, StringComparison.Ordinal)))
                return [one.Entry, other.Entry];
        }

        return null;
    }

    private static string Doubt(IEnumerable<AccessEntry> entries) =>
        $"The ticket names more than one thing to have access to ({string.Join(" and ", entries.Select(entry => entry.Title).Distinct(StringComparer.Ordinal))}); a person asks which one is needed.";
}
