using System.Globalization;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Local.Demo;

namespace HelpDesk.EndToEnd.Tests;

public sealed partial class DemoTests
{
    [Fact]
    public async Task Demo_OnItsOwn_AllFortyComeToRestAndTheAuditHolds()
    {
        using var place = new HelpDeskPlace();
        await using var demo = HelpDeskProcess.Start(place, "demo", "--no-wait");

        (await demo.UntilEndedAsync()).ShouldBe(0, demo.Output);

        var summary = Summary().Match(demo.Output);
        summary.Success.ShouldBeTrue(demo.Output);
        double.Parse(summary.Groups["seconds"].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(60);
        foreach (var path in new[] { "waiting for approval", "escalated", "refused" })
            demo.Output.ShouldContain(path);
        demo.Output.ShouldNotContain("\u001b[");
        await using var verify = HelpDeskProcess.Start(place, "audit", "verify");
        (await verify.UntilEndedAsync()).ShouldBe(0, verify.Output);
    }

    [Fact]
    public void Tickets_Forty_VariedInSystemLanguageAndKind()
    {
        var tickets = DemoTickets.Read();

        tickets.Count.ShouldBe(40);
        tickets.Select(ticket => ticket.System).Distinct().ShouldBe(["servicenow", "jira"], ignoreOrder: true);
        tickets.Select(ticket => ticket.Language).Distinct().ShouldBe(["en", "de", "es", "fr"], ignoreOrder: true);
        foreach (var kind in new[] { "clear", "vague", "off-topic", "angry", "hostile", "duplicate" })
            tickets.ShouldContain(ticket => ticket.Kind == kind);
    }

    [GeneratedRegex(@"40 of 40 tickets settled after (?<seconds>[0-9.]+) s", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Summary();
}
