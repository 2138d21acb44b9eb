namespace HelpDesk.Simulator.Pages.Markup;

/// <summary>The frame of every page: head, navigation, main part. Nothing on it runs: the content policy allows the stylesheet only.</summary>
internal static class PageFrame
{
    private static readonly (string Path, string Name)[] Places =
        [("/", "Overview"), ("/users", "People"), ("/devices", "Devices"), ("/second-administrator", "Second administrator"), ("/groups", "Groups"), ("/tickets", "Tickets"), ("/teams", "Teams"), ("/mail", "Mail")];

    /// <summary>A page.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="place">Path of the place in the navigation.</param>
    /// <param name="body">What is below the heading.</param>
    /// <param name="status">HTTP status. Default 200.</param>
    public static IResult Page(string title, string place, Html body, int status = StatusCodes.Status200OK) => new PageResult(Whole(title, place, body), status);

    /// <summary>A page that says that there is no such thing.</summary>
    public static IResult Missing(string what, string place) =>
        Page("Not found", place, Html.Of($"<p>There is no such {what}. <a href=\"{place}\">Back to the list</a></p>"), StatusCodes.Status404NotFound);

    /// <summary>A page that says why a form was not taken.</summary>
    public static IResult Refused(string why, string place, int status = StatusCodes.Status400BadRequest) =>
        Page("Not done", place, Html.Of($"<p>{why} <a href=\"{place}\">Back</a></p>"), status);

    private static Html Whole(string title, string place, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
        <title>{title} - Simulated tenant</title><link rel="stylesheet" href="/simulator.css"><link rel="icon" href="data:,"></head>
        <body><a class="skip" href="#main">Skip to the content</a>
        <header class="top"><div class="wrap"><p class="brand"><a href="/">Simulated tenant</a></p>
        <nav aria-label="Main"><ul>{Places.Select(item => Html.Of($"<li><a href=\"{item.Path}\"{Html.When(item.Path == place, $" aria-current=\"page\"")}>{item.Name}</a></li>"))}</ul></nav></div></header>
        <main id="main" class="wrap"><h1><bdi>{title}</bdi></h1>{body}</main>
        <footer class="wrap foot"><p>Nothing here is real: people, devices, tickets and messages exist in this process only. Times are UTC.</p></footer>
        </body></html>
        """);
}
