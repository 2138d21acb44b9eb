using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class UndoIsNeverAutomaticTests
{
    [Theory]
    [InlineData(true, VerdictOutcome.NeedsApproval)]
    [InlineData(false, VerdictOutcome.Allow)]
    public void Undo_HoweverHarmless_NeedsApproval(bool isUndo, VerdictOutcome verdict)
    {
        var step = Scene.OnUser("user.enable-sign-in");

        Scene.Ask(new UndoIsNeverAutomatic(), isUndo ? Undoing.Of(Undoing.Original(step)) : Scene.Input(step)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("nothing", VerdictOutcome.NeedsApproval)]
    [InlineData("the kill switch is on", VerdictOutcome.Refuse)]
    [InlineData("a directory role was given since", VerdictOutcome.Refuse)]
    [InlineData("the plan was forged", VerdictOutcome.Refuse)]
    [InlineData("the account is somebody else's", VerdictOutcome.Refuse)]
    [InlineData("triage was not sure and the runbook is gone", VerdictOutcome.NeedsApproval)]
    public void Undo_OfWhatIsNoLongerInOrder_IsJudgedByAllButTheRulesAboutTickets(string wrong, VerdictOutcome verdict)
    {
        var input = Undoing.Of(Undoing.Original(Scene.OnUser("user.enable-sign-in")));
        input = wrong switch
        {
            "the kill switch is on" => input with { KillSwitchIsOn = true },
            "a directory role was given since" => input with { Subject = Scene.Person(Scene.Rita) with { Roles = [HeldRole.Unknown] } },
            "the plan was forged" => input with { PlanHash = new PlanHash("forged") },
            "the account is somebody else's" => input.Planned(plan => plan with { Steps = [plan.Steps[0] with { TargetId = new TargetId(Scene.Max) }] }),
            "triage was not sure and the runbook is gone" => input with { Runbook = null, Triage = input.Triage with { Confidence = 0, IsAbstention = true } },
            _ => input,
        };

        new PolicyEngine(Scene.Policy).Decide(input).Outcome.ShouldBe(verdict);
    }
}
