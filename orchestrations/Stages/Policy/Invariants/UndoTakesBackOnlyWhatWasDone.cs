using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Every step of an undo is a step of the plan it undoes, on the same target and with the same states, was done and read back, can be
/// undone and is within its time.
/// </summary>
public sealed class UndoTakesBackOnlyWhatWasDone : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Plan.Undoes is not { } origin)
            return input.Plan.Steps.Any(step => step.Undone is not null) ? Refuse("A step is marked as an undo, and the plan is none.") : null;
        if (input.Original is not { } original || PlanFingerprint.Of(original) != origin.PlanHash || original.CaseId != origin.CaseId || original.Undoes is not null)
            return Refuse("The plan that is to be undone is not the one that was carried out.");
        if (original.SubjectId != input.Plan.SubjectId)
            return Refuse("The undo is about another person than the plan it undoes.");
        if (input.Plan.Steps.Count == 0)
            return Refuse("The undo has no step.");
        return input.Plan.Steps.Select(step => WhyNot(step, original, input)).FirstOrDefault(why => why is not null) is { } first ? Refuse(first) : null;
    }

    // States are copied from what was kept then, so they are equal to the letter; only the target itself is compared by what was known then.
    private static string? WhyNot(PlanStep step, Plan original, PolicyInput input)
    {
        if (original.Steps.FirstOrDefault(known => known.Id == step.Id) is not { } known || !IsSame(known, step))
            return $"The step '{step.Id}' is not one of the plan that is undone.";
        if (!input.Done.TryGetValue(step.Id, out var done) || step.Undone is not { } undone || undone.StateAfter != done.StateAfter || undone.StartedAt != done.StartedAt)
            return $"It is not known that the step '{step.Id}' was done and read back.";
        if (input.Catalogue.GetValueOrDefault(step.Remediation) is not { Reversibility: Reversibility.Undoable } descriptor)
            return $"The step '{step.Id}' cannot be undone.";
        return input.Now < done.StartedAt + descriptor.UndoFor ? null : $"The time in which '{step.Id}' may be undone is over.";
    }

    private static bool IsSame(PlanStep one, PlanStep other) =>
        one.Remediation == other.Remediation && one.TargetKind == other.TargetKind && one.TargetId == other.TargetId && one.PriorState == other.PriorState
        && one.Parameters.Count == other.Parameters.Count
        && one.Parameters.All(parameter => other.Parameters.TryGetValue(parameter.Key, out var value) && value == parameter.Value);
}
