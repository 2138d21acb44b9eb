using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class UndoTakesBackOnlyWhatWasDoneTests
{
    private static readonly PlanStep Enable = Scene.OnUser("user.enable-sign-in");
    private static readonly PlanStep Signout = Scene.OnUser("user.revoke-sessions");
    private static readonly Plan Original = Undoing.Original(Enable, Signout);

    [Theory]
    [InlineData("nothing", VerdictOutcome.Allow)]
    [InlineData("the other plan is not known", VerdictOutcome.Refuse)]
    [InlineData("the other plan has another hash", VerdictOutcome.Refuse)]
    [InlineData("the other plan is of another case", VerdictOutcome.Refuse)]
    [InlineData("the other plan is an undo itself", VerdictOutcome.Refuse)]
    [InlineData("the undo is about somebody else", VerdictOutcome.Refuse)]
    [InlineData("no step", VerdictOutcome.Refuse)]
    public void Plan_ThatIsUndone_MustBeTheOneThatWasCarriedOut(string wrong, VerdictOutcome verdict)
    {
        var input = Undoing.Of(Original);
        input = wrong switch
        {
            "nothing" => input,
            "the other plan is not known" => input with { Original = null },
            "the other plan has another hash" => input with { Original = Original with { RunbookHash = "changed" } },
            "the other plan is of another case" => input.Planned(plan => plan with { Undoes = plan.Undoes! with { CaseId = new CaseId("servicenow-2") } }),
            "the other plan is an undo itself" => Undoing.Of(Original with { Undoes = input.Plan.Undoes }),
            "the undo is about somebody else" => input.Planned(plan => plan with { SubjectId = new PersonId(Scene.Max) }),
            _ => input.Planned(plan => plan with { Steps = [] }),
        };

        Scene.Ask(new UndoTakesBackOnlyWhatWasDone(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("nothing", VerdictOutcome.Allow)]
    [InlineData("it is not one of the plan", VerdictOutcome.Refuse)]
    [InlineData("it does something else", VerdictOutcome.Refuse)]
    [InlineData("it is on another target", VerdictOutcome.Refuse)]
    [InlineData("it would restore another state", VerdictOutcome.Refuse)]
    [InlineData("it has one parameter more", VerdictOutcome.Refuse)]
    [InlineData("it was not done", VerdictOutcome.Refuse)]
    [InlineData("it does not say what it left behind", VerdictOutcome.Refuse)]
    [InlineData("it left another state behind", VerdictOutcome.Refuse)]
    [InlineData("it started at another time", VerdictOutcome.Refuse)]
    [InlineData("a second step was not done", VerdictOutcome.Refuse)]
    public void Step_ThatIsUndone_MustBeOneThatWasDoneAndReadBack(string wrong, VerdictOutcome verdict)
    {
        var step = Undoing.Undone(Enable);
        var done = new Dictionary<string, StepDone>(StringComparer.Ordinal) { [Enable.Id] = Undoing.Left(Original) };
        PlanStep[] steps = wrong switch
        {
            "it is not one of the plan" => [step with { Id = "another" }],
            "it does something else" => [step with { Remediation = "user.disable-sign-in" }],
            "it is on another target" => [step with { TargetId = new TargetId(Scene.Max) }],
            "it would restore another state" => [step with { PriorState = "{\"enabled\":false}" }],
            "it has one parameter more" => [step with { Parameters = Scene.OnUser("x", ("groupId", Scene.CrmGroup)).Parameters }],
            "it does not say what it left behind" => [step with { Undone = null }],
            "it started at another time" => [step with { Undone = step.Undone! with { StartedAt = Undoing.StartedAt.AddTicks(1) } }],
            "a second step was not done" => [step, Undoing.Undone(Signout)],
            _ => [step],
        };
        if (wrong == "it was not done")
            done.Clear();
        if (wrong == "it left another state behind")
            done[Enable.Id] = Undoing.Left(Original, "{\"after\":2}");

        Scene.Ask(new UndoTakesBackOnlyWhatWasDone(), Undoing.Of(Original).Planned(plan => plan with { Steps = steps }) with { Done = done }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Reversibility.Undoable, VerdictOutcome.Allow)]
    [InlineData(Reversibility.SelfHealing, VerdictOutcome.Refuse)]
    [InlineData(Reversibility.Irreversible, VerdictOutcome.Refuse)]
    public void Remediation_ThatHasNoUndo_Refused(Reversibility reversibility, VerdictOutcome verdict) =>
        Scene.Ask(
            new UndoTakesBackOnlyWhatWasDone(),
            Undoing.Of(Original).Described(Enable.Remediation, descriptor => descriptor with { Reversibility = reversibility })).ShouldBe(verdict);

    [Theory]
    [InlineData(-1, VerdictOutcome.Allow)]
    [InlineData(0, VerdictOutcome.Refuse)]
    [InlineData(1, VerdictOutcome.Refuse)]
    public void Time_InWhichItMayBeUndone_EndsAtItsLastMoment(long ticks, VerdictOutcome verdict) =>
        Scene.Ask(
            new UndoTakesBackOnlyWhatWasDone(),
            Undoing.Of(Original) with { Now = Undoing.StartedAt + Scene.Catalogue[Enable.Remediation].UndoFor + TimeSpan.FromTicks(ticks) }).ShouldBe(verdict);

    [Theory]
    [InlineData(false, VerdictOutcome.Allow)]
    [InlineData(true, VerdictOutcome.Refuse)]
    public void StepMarkedAsUndone_InAPlanThatIsNoUndo_Refused(bool isMarked, VerdictOutcome verdict) =>
        Scene.Ask(new UndoTakesBackOnlyWhatWasDone(), Scene.Input(isMarked ? Undoing.Undone(Enable) : Enable)).ShouldBe(verdict);
}
