using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Planning.Undo;

/// <summary>
/// Makes the plan of an undo: the chosen steps in reverse order, with the state before and after each as it was kept then. A target that
/// looks otherwise now makes no plan, so that nobody is asked to approve what would be refused.
/// </summary>
public sealed class UndoPlans(RemediationCatalogue catalogue)
{
    /// <summary>The steps of a plan that are to be undone.</summary>
    /// <param name="chosen">In the order of that plan.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">A target cannot be read.</exception>
    public async Task<UndoSteps> StepsAsync(IEnumerable<UndoOffer> chosen, CancellationToken cancellation)
    {
        var (steps, asBefore) = (new List<PlanStep>(), new List<string>());
        foreach (var offer in chosen.Reverse())
        {
            if (offer is not { Left: { } left, WhyNot: null })
                return UndoSteps.None($"'{offer.Step.Id}' cannot be undone. {offer.WhyNot}");
            var step = offer.Step;
            var now = await catalogue.Get(step.Remediation).CaptureAsync(new RemediationTarget(step.TargetKind, step.TargetId, step.Parameters), cancellation);
            if (!now.Matches(left.StateAfter) && !now.Matches(step.PriorState))
                return UndoSteps.None($"'{step.Id}' was changed by someone else since, and their change is not overwritten. After our step: {left.StateAfterText} Now: {now.Text}");
            if (now.Matches(step.PriorState))
                asBefore.Add(now.Text);
            steps.Add(step with { Undone = new UndoneStep(left.StateAfter, left.StateAfterText, left.StartedAt) });
        }

        return new UndoSteps(steps, null, asBefore.Count == steps.Count ? string.Join(" ", asBefore) : null);
    }

    /// <summary>The plan that takes steps of another one back.</summary>
    /// <param name="original">The plan that was carried out.</param>
    /// <param name="kept">Where it lies.</param>
    /// <param name="caseId">The undo's own case.</param>
    /// <param name="operatorId">Object id of who asked.</param>
    /// <param name="reason">Why, in their words.</param>
    /// <param name="steps">What <see cref="StepsAsync"/> gave.</param>
    public static Plan PlanOf(Plan original, ContextReference kept, CaseId caseId, PersonId operatorId, string reason, IReadOnlyList<PlanStep> steps) => original with
    {
        Version = PlanForm.Current,
        CaseId = caseId,
        RequesterId = operatorId,
        OperatorId = null,
        IsContainment = false,
        Undoes = new UndoOrigin(original.CaseId, kept, PlanFingerprint.Of(original), reason),
        Steps = steps,
    };
}

/// <summary>The steps of an undo as their targets are now, or why there can be no plan of them.</summary>
/// <param name="Steps">In the order in which they are undone; empty when there can be no plan.</param>
/// <param name="NoPlan">Why there can be none; null when there can.</param>
/// <param name="AsBefore">How the targets look, when all of them are as before already; null when something is to be undone.</param>
public sealed record UndoSteps(IReadOnlyList<PlanStep> Steps, string? NoPlan, string? AsBefore = null)
{
    /// <summary>No plan.</summary>
    public static UndoSteps None(string why) => new([], why);
}
