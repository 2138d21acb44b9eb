using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Home;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>How long people had tickets is shown as measured, with and without the help, or not at all.</summary>
public sealed class MeasuredTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(4, 9, false)]
    [InlineData(9, 4, false)]
    [InlineData(0, 0, false)]
    public void Medians_AreShown_OnlyWithEnoughOfBoth(int with, int without, bool isShown)
    {
        var lines = Enumerable.Range(1, with).Select(at => Line(at * 10, true)).Concat(Enumerable.Range(1, without).Select(at => Line(at * 20, false))).ToList();

        var shown = DayFigures.Of(lines, Now.AddDays(-1)).WithPeople;

        if (!isShown)
            shown.ShouldBeNull();
        else
            shown.ShouldBe(((TimeSpan.FromMinutes(30), 5), (TimeSpan.FromMinutes(60), 5)));
    }

    [Fact]
    public void Ticket_ThatAPersonStillHas_OrClosedOnAnotherDay_DoesNotCount()
    {
        var closed = Enumerable.Range(0, 5).Select(_ => Line(10, true)).Concat(Enumerable.Range(0, 4).Select(_ => Line(10, false))).ToList();

        DayFigures.Of([.. closed, Line(10, false) with { WithPersonFor = null }], Now.AddDays(-1)).WithPeople.ShouldBeNull();
        DayFigures.Of([.. closed, Line(10, false) with { ClosedAt = Now.AddDays(-3) }], Now.AddDays(-1)).WithPeople.ShouldBeNull();
        DayFigures.Of([.. closed, Line(10, false)], Now.AddDays(-1)).WithPeople.ShouldNotBeNull();
    }

    private static CaseOverviewLine Line(int minutes, bool isHelpUsed) =>
        new(Now.AddHours(-9), Now, Now.AddHours(-8), CaseState.Escalated, CasePath.Person, false, false, null, null) { WithPersonFor = TimeSpan.FromMinutes(minutes), IsHelpUsed = isHelpUsed };
}
