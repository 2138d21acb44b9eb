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

    // Words with which people begin another matter.
    private static readonly string[] AnotherMatter =
    [
        "while i m at it", "while i am at it", "as i m at it", "while i m writing", "while you are here", "while you re here", "while you are at it", "while you re at it", "by the way", "on another note", "on a different note", "another matter", "nothing to do with this", "separately", "second point", "point two", "wish no 2", "wish 2", "item 2", "plus i need", "plus i want", "plus pls", "plus please", "also pls", "also please", "spare charger too", "too pls", "and two more things", "also intern", "also new", "btw ", "on top of that", "as well as a new", "apart from that", "other topic", "different topic", "different subject", "second question", "other question", "another question", "two questions", "two topics", "two requests", "two wishes", "couple of wishes", "couple of things", "few wishes",
        "wo ich schon", "wenn ich schon", "wenn sie schon", "wenn ihr schon", "nebenbei", "bei der gelegenheit", "ubrigens", "unabhangig davon", "unabhangig von dem", "andere baustelle", "punkt zwei", "punkt 2", "zweiter punkt", "zweites anliegen", "noch ein anliegen", "noch eine sache", "und noch was", "weiteres anliegen", "weiteres thema", "anderes thema", "zwei anliegen", "zwei themen", "zwei punkte", "zwei sachen", "ein paar sachen", "und dann ware da", "nochwas", "ach ja",
        "de paso", "ya que estoy", "ya que escribo", "ya que estais", "ya que viene", "por cierto", "sin relacion", "nada que ver", "otra cuestion", "otro asunto", "en otro orden", "segundo punto", "punto dos", "ah y ", "por otra parte", "aparte de eso", "otra peticion", "dos peticiones", "dos temas", "dos asuntos", "asimismo", "otro tema", "aprovecho para",
        "au passage", "tant que j y suis", "tant que vous", "tant que j ecris", "rien a voir", "par la meme occasion", "profitez en", "j en profite", "autre point", "autre sujet", "second point", "deuxieme point", "point deux", "et puis il me faudrait", "dans le meme elan", "a part ca", "autre demande", "deux demandes", "deux sujets", "deux points", "deux petites choses", "pendant que j y", "ainsi qu un", "ainsi qu une", "au fait",
    ];

    private static readonly string[] Steps =
        ["steps", "reproduce", "i tried", "tried the following", "what i did", "schritte", "versucht", "folgendes gemacht", "pasos", "he probado", "etapes", "j ai essaye"];

    public static bool Shows(TicketText ticket)
    {
        if (NamesAnother(ticket))
            return true;
        var words = ticket.Words;
        var items = Math.Max(ticket.Lines.Count(line => Item().IsMatch(line)), Inline().Count(ticket.Text));
        return items >= LeastItems && !words.Has(Steps);
    }

    /// <summary>True when the writer says that another matter follows.</summary>
    public static bool NamesAnother(TicketText ticket) =>
        ticket.Words.Has(AnotherMatter) || (ticket.Words.Has(Connections) && ticket.Words.Has(CommonWords.Asks));

    [GeneratedRegex(@"^(\(?\d{1,2}[.)]|[-*\u2022])\s{1,4}\p{L}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<![\w.,:])\(?[1-9][.)]\s{1,4}\p{L}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Inline();
}
