using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Tests.Policy;

/// <summary>An operator wants to take back one step of Rita's plan, an hour after it was done and read back.</summary>
public static class Undoing
{
    public static readonly CaseId CaseId = new("servicenow-done");

    public static readonly DateTimeOffset StartedAt = Scene.Now.AddHours(-1);

    private static readonly ContextReference Stored = new(CaseId, "plan", "1");

    public static Plan Original(params PlanStep[] steps) => Scene.Input(steps).Plan with { CaseId = CaseId };

    public static PlanStep Undone(PlanStep step) => step with { Undone = new UndoneStep("{\"after\":1}", "As left", StartedAt) };

    public static StepDone Left(Plan original, string stateAfter = "{\"after\":1}") =>
        new(new StepInput(PlanReference.To(original, Stored), 0, null), StartedAt, stateAfter, "As left");

    /// <summary>The undo of the first step of <paramref name="original"/>, with all that is known of it.</summary>
    public static PolicyInput Of(Plan original) =>
        Scene.Input(Undone(original.Steps[0])).Planned(plan => plan with
        {
            RequesterId = new PersonId(Scene.Max),
            Undoes = new UndoOrigin(CaseId, Stored, PlanFingerprint.Of(original), "It was a mistake."),
        }) with
        {
            Requester = Scene.Person(Scene.Max),
            Original = original,
            Done = new Dictionary<string, StepDone>(StringComparer.Ordinal) { [original.Steps[0].Id] = Left(original) },
        };
}
