using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Asks for several things: a list of them, or a connection between two. A list of steps somebody took is none.</summary>
internal static partial class SeveralRequestsTrait
{
    private const int LeastItems = 3;

    private static readonly string[] Connections =
    [
        "also i need", "i also need", "and also i need", "also need", "i need also", "additionally", "in addition", "besides that", "one more thing", "another thing", "second request", "secondly", "second thing", "two things", "three things", "several things", "several requests", "a few things", "and another",
        "ausserdem", "zusatzlich brauche", "zudem", "daruber hinaus", "noch etwas", "zweitens", "mehrere dinge", "zwei dinge", "drei dinge", "des weiteren", "und dann noch",
        "ademas", "tambien necesito", "otra cosa", "en segundo lugar", "dos cosas", "varias cosas", "por otro lado",
        "de plus", "en outre", "par ailleurs", "egalement besoin", "aussi besoin", "autre chose", "deuxiemement", "deux choses", "plusieurs choses", "plusieurs demandes",
    ];

    private static readonly string[] Steps =
        ["steps", "reproduce", "i tried", "tried the following", "what i did", "schritte", "versucht", "folgendes gemacht", "pasos", "he probado", "etapes", "j ai essaye"];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        if (words.Has(Connections) && words.Has(CommonWords.Asks))
            return true;
        var items = Math.Max(ticket.Lines.Count(line => Item().IsMatch(line)), Inline().Count(ticket.Text));
        return items >= LeastItems && !words.Has(Steps);
    }

    [GeneratedRegex(@"^(\(?\d{1,2}[.)]|[-*\u2022])\s{1,4}\p{L}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<![\w.,:])\(?[1-9][.)]\s{1,4}\p{L}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Inline();
}
