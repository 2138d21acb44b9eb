using System.Text.Json;
using HelpDesk.Simulator.Pages.Markup;
using HelpDesk.Simulator.Teams;

namespace HelpDesk.Simulator.Pages;

/// <summary>The cards that simulated Teams has taken, as a person would read them.</summary>
internal static class TeamsPage
{
    private const int Newest = 100;
    private const int Deepest = 4;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/teams", static (TeamsChannel channel) =>
    {
        var messages = channel.Messages;
        return PageFrame.Page("Teams", "/teams", Html.Of($"""
            <p class="lead">What the product posted into the approval channel, newest first.</p>
            <p role="status">{messages.Count} messages</p>
            {messages.Take(Newest).Select(Card)}
            """));
    });

    private static Html Card(TeamsMessage message) => Html.Of($"""
        <article class="panel card"><p class="by">{Blocks.When(message.At)}</p>
        {Body(message.Json)}
        {Button(message)}</article>
        """);

    private static Html Body(JsonElement message) =>
        TeamsCard.Of(message) is { } card ? Html.Join(card.GetProperty("body").EnumerateArray().Select(static (block, index) => Block(block, index == 0, 0))) : Html.None;

    private static Html Block(JsonElement block, bool isFirst, int depth)
    {
        if (block.ValueKind == JsonValueKind.Object && block.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && depth < Deepest)
            return Html.Join(items.EnumerateArray().Select(item => Block(item, isFirst: false, depth + 1)));
        if (TeamsCard.Facts(block) is { Count: > 0 } facts)
            return Blocks.Facts([.. facts.Select(static fact => (fact.Title, Blocks.Text(fact.Value)))]);
        var line = TeamsCard.Line(block);
        if (line.Length == 0)
            return Html.None;
        return isFirst ? Html.Of($"<h2 class=\"said\">{line}</h2>") : Html.Of($"<p class=\"said\">{line}</p>");
    }

    // Only to a web page: a card could name any scheme.
    private static Html Button(TeamsMessage message) =>
        Uri.TryCreate(message.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? Html.Of($"<p><a class=\"button\" href=\"{url.AbsoluteUri}\">Open<span class=\"hidden\"> {message.Title}</span></a> <span class=\"muted url\">{url.AbsoluteUri}</span></p>")
            : Html.None;
}
