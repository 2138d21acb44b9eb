namespace HelpDesk.Orchestrations.Tests.Runbooks;

public sealed class RunbookTextsTests
{
    private const string Texts = "runbooks/texts.yaml";
    private const string Lost = "runbooks/device-lost.yaml";

    [Fact]
    public void Text_ThatTheRunbookDoesNotWrite_ComesFromItsSetAndElseFromTheDefault()
    {
        var tell = new RulebookFixture().Load().ShouldNotBeNull().Runbooks.Find("device-lost").ShouldNotBeNull().Tell;

        tell.Done.In("de").ShouldStartWith("Sagen Sie uns Bescheid");
        tell.Waiting.In("de").ShouldStartWith("Das Sicherheitsteam");
        tell.Escalated.In("fr").ShouldStartWith("L'équipe de sécurité");
        tell.Refused.In("es").ShouldStartWith("Esto no se puede hacer");
    }

    [Fact]
    public void Text_ThatTheRunbookWrites_Wins()
    {
        var fixture = new RulebookFixture().Replace(Lost, "  done:\n", "  escalated: Stay where you are.\n  done:\n");

        fixture.Load().ShouldNotBeNull().Runbooks.Find("device-lost").ShouldNotBeNull().Tell.Escalated.In("de").ShouldBe("Stay where you are.");
    }

    [Fact]
    public void EveryShippedText_IsInAllFourLanguages()
    {
        foreach (var runbook in new RulebookFixture().Load().ShouldNotBeNull().Runbooks.All.Where(runbook => !runbook.IsForBulk))
        {
            foreach (var text in new[] { runbook.Tell.Done, runbook.Tell.Waiting, runbook.Tell.Refused, runbook.Tell.Escalated })
                text.Texts.Keys.ShouldBe(["en", "de", "es", "fr"], runbook.Id);
        }
    }

    [Fact]
    public void MissingTexts_AreReportedForTheRunbookThatNeedsThem()
    {
        var fixture = new RulebookFixture().Replace(Texts, "  refused:\n", "  refsed:\n");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("unknown key 'refsed'").File.ShouldBe(Texts);
        fixture.Report.Faults.ShouldContain(fault => fault.File == Lost && fault.What.Contains("has no 'refused'", StringComparison.Ordinal));
    }
}
