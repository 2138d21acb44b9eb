using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Home;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A reopened case takes back its figure and its sentence.</summary>
public sealed class ReopenedTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private static readonly CaseRecord Resolved = new()
    {
        CaseId = new CaseId("servicenow-1"), Ticket = new TicketReference("servicenow", "1", "INC1"), OpenedAt = Morning.AddHours(1), UpdatedAt = Morning.AddHours(2), ClosedAt = Morning.AddHours(2),
        State = CaseState.Resolved, Path = CasePath.Automatic, Verified = true, Steps = [new CaseStep("sync", "device.sync", "LT-1", CaseStepState.Verified)],
    };

    [Fact]
    public void Reopened_IsNoFigureOfResolvedAnyMore()
    {
        DayFigures.Of([CaseOverviewLine.Of(Resolved)], Morning).ResolvedAutomatically.ShouldBe(1);

        DayFigures.Of([CaseOverviewLine.Of(Resolved with { Verified = false, ReopenedAt = Morning.AddHours(3) })], Morning).ResolvedAutomatically.ShouldBe(0);
    }

    [Fact]
    public void Reopened_IsNotCalledVerified()
    {
        Labels.EffectOf(Resolved).ShouldBe("Every step and the outcome were verified");
        Labels.EffectOf(Resolved with { Verified = false, ReopenedAt = Morning.AddHours(3) }).ShouldBe("Reopened by the requester, so the problem isn't solved");
    }
}
