using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class RolloutReachesOnlyItsShareTests
{
    [Theory]
    [InlineData(-1, VerdictOutcome.NeedsApproval)]
    [InlineData(0, VerdictOutcome.NeedsApproval)]
    [InlineData(1, VerdictOutcome.Allow)]
    public void Case_AtTheEdgeOfTheShare_IsInItOnlyBelow(int beyondBucket, VerdictOutcome verdict)
    {
        // A case in the middle, so that its share can be one less.
        var input = InBucket(50);

        Scene.Ask(new RolloutReachesOnlyItsShare(), input, Rollout(50 + beyondBucket)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(0, 0, VerdictOutcome.NeedsApproval)]
    [InlineData(0, 1, VerdictOutcome.Allow)]
    [InlineData(99, 99, VerdictOutcome.NeedsApproval)]
    [InlineData(99, 100, VerdictOutcome.Allow)]
    public void Share_NothingOrEverything_ReachesNobodyOrAll(int bucket, int rollout, VerdictOutcome verdict) =>
        Scene.Ask(new RolloutReachesOnlyItsShare(), InBucket(bucket), Rollout(rollout)).ShouldBe(verdict);

    private static PolicyInput InBucket(int bucket)
    {
        var caseId = Enumerable.Range(0, 10_000).Select(number => $"servicenow-{number}").First(id => RolloutBucket.Of(new CaseId(id), Scene.RunbookId) == bucket);
        return Scene.Harmless().Planned(plan => plan with { CaseId = new CaseId(caseId) });
    }

    private static PolicySet Rollout(int share) => Scene.Policy with
    {
        Modes = new ModeRules(
            new RunbookSwitch(RunbookMode.Auto),
            new Dictionary<string, RunbookSwitch>(StringComparer.Ordinal) { [Scene.RunbookId] = new RunbookSwitch(RunbookMode.Auto, share) }),
    };
}
