using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>Mail that was sent through simulated Graph. Its text is shown as text, whatever it was sent as.</summary>
internal static class MailPage
{
    private const int Newest = 100;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/mail", static (DirectoryView directory) =>
    {
        var mail = directory.Mail.ToList();
        return PageFrame.Page("Mail", "/mail", Html.Of($"""
            <p role="status">{mail.Count} sent</p>
            {mail.Take(Newest).Select(static item => Html.Of($"""
                <article class="panel card"><h2><bdi>{(string?)item["subject"]}</bdi></h2>
                <p class="by">{Blocks.When((string?)item["at"])}, from {(string?)item["from"]} to {string.Join(", ", item["to"]!.AsArray().Select(static to => (string?)to))}</p>
                <div class="said">{(string?)item["body"]}</div></article>
                """))}
            """));
    });
}
