using HelpDesk.Orchestrations.Policy;
using HelpDesk.Orchestrations.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class HourlyBudgetExhaustedHandsOverTests
{
    // Which budget is used up at which count is the business of BudgetsTests.
    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("3 cases an hour for one person", VerdictOutcome.Refuse)]
    [InlineData("", VerdictOutcome.Refuse)]
    public void Budget_UsedUp_Refused(string? budget, VerdictOutcome verdict) =>
        Scene.Ask(new HourlyBudgetExhaustedHandsOver(), Scene.Harmless() with { ExhaustedBudget = budget }).ShouldBe(verdict);
}
