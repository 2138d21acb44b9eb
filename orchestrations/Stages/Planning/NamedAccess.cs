using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Which access a ticket names. Two that are named side by side, or one in the title and another in the text, are never answered by doing
/// one of them, unless the requester's newest comment settles it.
/// </summary>
public sealed class NamedAccess(AccessCatalogue access)
{
    private const int SideBySide = 14;
    private const int MostOptions = 3;

    private static readonly string[] Joins = [" AND ", " OR ", " UND ", " ODER ", " SOWIE ", " Y ", " E ", " O ", " ET ", " OU ", ",", "&", "/", "+"];

    /// <summary>How the ticket names what it asks access to: by the newest reply that said what was missing, if that names exactly one thing; else as the model read it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="hint">How the model read it; null when it did not.</param>
    public string? HintOf(TicketSnapshot ticket, string? hint)
    {
        if (Chosen(ticket) is { } chosen)
            return chosen.Aliases[0];
        var said = (ticket.Cures ?? []).Select(Everything).LastOrDefault(static named => named.Count > 0);
        return said is [var one] ? one.Aliases[0] : hint;
    }

    /// <summary>Why it is in doubt which access is meant; null when it is not.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="hint">How the model read it; null when it did not.</param>
    public string? WhyInDoubt(TicketSnapshot ticket, string? hint)
    {
        if (Chosen(ticket) is not null || hint is null || access.Match(hint, AccessKind.Application) is not { } meant)
            return null;
        // The newest words win.
        if (ticket.RequesterComments.Select(Entries).LastOrDefault(static said => said.Count > 0) is { } newest)
            return newest.Count == 1 && newest[0] == meant ? null : Doubt(newest.Prepend(meant));
        var (title, text) = (Entries(ticket.Title), Entries(ticket.Text));
        if (title.Count > 0 && text.Count > 0 && !title.Intersect(text).Any())
            return Doubt(title.Concat(text));
        return (Joined(ticket.Text) ?? Joined(ticket.Title)) is { } several ? Doubt(several) : null;
    }

    /// <summary>
    /// The question which access is meant, when a plan failed because the ticket does not say: the entries that it could mean, the nearest three.
    /// Null when the catalogue has none of the kind, or the requester was asked already.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="kind">Application or licence.</param>
    public PlanQuestion? QuestionOf(TicketSnapshot ticket, AccessKind kind)
    {
        if (ticket.Answers.Any(answer => answer.Kind == QuestionKinds.WhichAccess && answer.OptionId is not null))
            return null;
        var words = AccessCatalogue.Normalise($"{ticket.Title} {ticket.Text}").Split(' ').ToHashSet(StringComparer.Ordinal);
        var nearest = access.Entries.Where(entry => entry.Kind == kind)
            .OrderByDescending(entry => Entries($"{ticket.Title} {ticket.Text}").Contains(entry))
            .ThenByDescending(entry => entry.Aliases.Append(entry.Title).SelectMany(name => AccessCatalogue.Normalise(name).Split(' ')).Distinct(StringComparer.Ordinal).Count(words.Contains))
            .Take(MostOptions).ToList();
        return nearest.Count == 0 ? null : new PlanQuestion(QuestionKinds.WhichAccess, [.. nearest.Select(entry => new PlanOption(entry.Id, entry.Title, string.Join(' ', entry.Aliases)))]);
    }

    /// <summary>True when it is not certain which access of a kind the ticket asks for.</summary>
    /// <param name="hint">How the ticket names it; null when it does not.</param>
    /// <param name="doubt">Why it is in doubt (<see cref="WhyInDoubt"/>); null when it is not.</param>
    /// <param name="kind">Application or licence.</param>
    public bool IsOpen(string? hint, string? doubt, AccessKind kind) =>
        (doubt is not null && kind == AccessKind.Application) || string.IsNullOrWhiteSpace(hint) || access.Match(hint, kind) is null;

    private AccessEntry? Chosen(TicketSnapshot ticket) => ticket.Answers.LastOrDefault(answer => answer.Kind == QuestionKinds.WhichAccess)?.OptionId is { } id ? access.Find(id) : null;

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
