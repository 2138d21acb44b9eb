using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class DisabledRunbooksAreNotRunTests
{
    [Theory]
    [InlineData(RunbookMode.Off, VerdictOutcome.Refuse)]
    [InlineData(RunbookMode.Shadow, VerdictOutcome.Refuse)]
    [InlineData(RunbookMode.Suggest, VerdictOutcome.NeedsApproval)]
    [InlineData(RunbookMode.Auto, VerdictOutcome.Allow)]
    [InlineData((RunbookMode)9, VerdictOutcome.Refuse)]
    public void Mode_OfTheRunbook_SaysHowFarItGoes(RunbookMode mode, VerdictOutcome verdict)
    {
        var auto = new RunbookSwitch(RunbookMode.Auto);
        var mine = new RunbookSwitch(mode);

        Scene.Ask(new DisabledRunbooksAreNotRun(), Scene.Harmless(), With(new ModeRules(mine, Named("another-runbook", auto)))).ShouldBe(verdict);
        Scene.Ask(new DisabledRunbooksAreNotRun(), Scene.Harmless(), With(new ModeRules(auto, Named(Scene.RunbookId, mine)))).ShouldBe(verdict);
    }

    private static PolicySet With(ModeRules modes) => Scene.Policy with { Modes = modes };

    private static Dictionary<string, RunbookSwitch> Named(string runbook, RunbookSwitch one) => new(StringComparer.Ordinal) { [runbook] = one };
}
