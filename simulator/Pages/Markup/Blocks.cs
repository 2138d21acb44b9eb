using System.Globalization;

namespace HelpDesk.Simulator.Pages.Markup;

/// <summary>What more than one page is made of.</summary>
internal static class Blocks
{
    private static readonly Html Dash = Html.Of($"<span class=\"muted\">none</span>");

    /// <summary>A moment as people read it; what cannot be read as one is shown as it is.</summary>
    public static Html When(string? moment) => DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        ? When(at)
        : Html.Of($"{moment}");

    /// <summary>A moment as people read it.</summary>
    public static Html When(DateTimeOffset at) =>
        Html.Of($"<time datetime=\"{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{at.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)}</time>");

    /// <summary>A state as a word with a colour that repeats it.</summary>
    /// <param name="tone">good, bad, wait, info or plain.</param>
    /// <param name="text">The word.</param>
    public static Html Badge(string tone, string text) => Html.Of($"<span class=\"badge {tone}\">{text}</span>");

    /// <summary>Names and values.</summary>
    public static Html Facts(params (string Name, Html? Value)[] facts) => Html.Of(
        $"<dl class=\"facts\">{facts.Select(static fact => Html.Of($"<div><dt>{fact.Name}</dt><dd>{fact.Value ?? Dash}</dd></div>"))}</dl>");

    /// <summary>A text as a value; null when there is none.</summary>
    public static Html? Text(string? text) => string.IsNullOrEmpty(text) ? null : Html.Of($"<bdi>{text}</bdi>");

    /// <summary>A part of a page under its own heading.</summary>
    public static Html Panel(string id, string title, Html body, Html? aside = null) => Html.Of(
        $"<section class=\"panel\" aria-labelledby=\"{id}\"><div class=\"panel-head\"><h2 id=\"{id}\">{title}</h2>{aside ?? Html.None}</div>{body}</section>");

    /// <summary>A table; a heading that begins with * is left out on a phone, and so are its cells.</summary>
    public static Html Table(string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Html>> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return Html.Of($"<p class=\"muted\">None.</p>");
        return Html.Of($"""
            <table><caption class="hidden">{caption}</caption>
            <thead><tr>{headings.Select(static heading => Html.Of($"<th scope=\"col\"{Wide(heading)}>{heading.TrimStart('*')}</th>"))}</tr></thead>
            <tbody>{list.Select(row => Html.Of($"<tr>{row.Select((cell, index) => Html.Of($"<td{Wide(headings[index])}>{cell}</td>"))}</tr>"))}</tbody></table>
            """);
    }

    /// <summary>A link to a person's page.</summary>
    public static Html Person(string id, string? name) => Html.Of($"<a href=\"/users/{Uri.EscapeDataString(id)}\"><bdi>{name}</bdi></a>");

    /// <summary>A link to a device's page.</summary>
    public static Html Device(string id, string? name) => Html.Of($"<a class=\"device\" href=\"/devices/{Uri.EscapeDataString(id)}\"><bdi>{name}</bdi></a>");

    /// <summary>Links to the pages of a list before and after this one.</summary>
    public static Html Pager(string path, string search, int page, int pages)
    {
        if (pages <= 1)
            return Html.None;
        return Html.Of($"<nav class=\"pager\" aria-label=\"Pages of the list\">{Link(page - 1, "Previous")}<span>Page {page} of {pages}</span>{Link(page + 1, "Next")}</nav>");

        Html Link(int to, string word) => to < 1 || to > pages
            ? Html.Of($"<span class=\"muted\">{word}</span>")
            : Html.Of($"<a href=\"{path}?q={Uri.EscapeDataString(search)}&amp;page={to}\">{word}</a>");
    }

    /// <summary>The form that searches a list.</summary>
    public static Html Search(string path, string label, string search) => Html.Of($"""
        <form class="search" role="search" method="get" action="{path}"><label for="q">{label}</label>
        <div class="row"><input id="q" name="q" type="search" value="{search}" maxlength="100"><button>Search</button></div></form>
        """);

    private static Html Wide(string heading) => Html.When(heading.StartsWith('*'), $" class=\"wide\"");
}
