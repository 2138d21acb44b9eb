using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class HourlyBudgetExhaustedHandsOverTests
{
    // Which budget is used up at which count is the business of BudgetsTests.
    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("30 effects an hour on one person, of which 30 are used and this needs 1", VerdictOutcome.Refuse)]
    [InlineData("", VerdictOutcome.Refuse)]
    public void Budget_UsedUp_Refused(string? budget, VerdictOutcome verdict) =>
        Scene.Ask(new HourlyBudgetExhaustedHandsOver(), Scene.Harmless() with { ExhaustedBudget = budget }).ShouldBe(verdict);

    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("400 effects an hour, of which 400 are used and this needs 1", VerdictOutcome.Refuse)]
    public void Budget_UsedUp_RefusesAnUndoToo(string? budget, VerdictOutcome verdict) =>
        Scene.Ask(new HourlyBudgetExhaustedHandsOver(), Undoing.Of(Undoing.Original(Scene.OnUser("user.enable-sign-in"))) with { ExhaustedBudget = budget }).ShouldBe(verdict);
}
