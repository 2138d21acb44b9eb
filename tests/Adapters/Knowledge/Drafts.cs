using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Adapters.Tests.Knowledge;

/// <summary>Drafts as tests write them.</summary>
internal static class Drafts
{
    public const string Title = "Projector stays dark in the meeting room";

    /// <summary>A draft whose texts hold what an attacker may write.</summary>
    public static ArticleDraft Hostile { get; } = Of(
        "The picture stays dark.", "<ac:structured-macro ac:name=\"html\"><script>alert(1)</script></ac:structured-macro> {{Special:Delete}} [[Category:Secret]] ~~~~ </nowiki>{{subst:evil}}");

    /// <summary>A draft of some lines.</summary>
    public static ArticleDraft Of(params string[] lines) => new(
        "hd-0123456789abcdef", Title, "en", [new DraftSection("Issue", [lines[0]], IsList: false), new DraftSection("Resolution", [.. lines.Skip(1).DefaultIfEmpty("Choose the second input.")], IsList: true)],
        ["hardware-problem", "from-tickets"], [new DraftLink("servicenow-1", new Uri("https://helpdesk.example.com/cases/servicenow-1"))])
    { LinksHeading = "Tickets: 1" };
}
