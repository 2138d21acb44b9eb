using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning.Undo;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>
/// Finds out what can be undone of one target of a run that ended, and makes the plan of it: the states that were kept then, compared
/// with the target as it is now. Reads only.
/// </summary>
public sealed class BulkUndoReader(
    ApprovedLists approved, FrozenLists lists, UndoOffers offers, UndoPlans plans, RemediationCatalogue catalogue, BulkPolicy policy)
{
    private static readonly IReadOnlySet<string> NothingUndone = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The undo of one target, with its plan kept, or why there is none.</summary>
    /// <param name="run">The undo.</param>
    /// <param name="origin">The list of the run that is undone.</param>
    /// <param name="starter">Who asked for the undo.</param>
    /// <param name="number">Which target of <paramref name="origin"/>, from 0, as text.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory or the store cannot be reached now.</exception>
    public async Task<BulkLine> ReadAsync(BulkRun run, BulkList origin, Person starter, string number, CancellationToken cancellation)
    {
        var (done, original) = await approved.TargetAsync(origin, int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture), cancellation);
        var possible = await offers.OfAsync(original, NothingUndone, cancellation);
        var chosen = possible.Where(offer => offer.WhyNot is null).ToList();
        if (chosen.Count == 0)
            return BulkLine.Refused(done.Name, possible.Any(offer => offer.Left is not null) ? BulkRefusal.NotPossible : BulkRefusal.NothingToDo, WhyNothing(possible));
        if (await policy.PersonAsync(original.SubjectId, cancellation) is null)
            return BulkLine.Refused(done.Name, BulkRefusal.Unknown, "The account is no longer in the directory.");

        UndoSteps made;
        try
        {
            made = await plans.StepsAsync(chosen, cancellation);
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return BulkLine.Refused(done.Name, BulkRefusal.NotPossible, fault.Message);
        }

        if (made.NoPlan is { } why)
            return BulkLine.Refused(done.Name, BulkRefusal.ChangedSince, why);
        if (made.AsBefore is { } now)
            return BulkLine.Refused(done.Name, BulkRefusal.NothingToDo, $"It is as before already: {now}");
        var plan = UndoPlans.PlanOf(original, new ContextReference(origin.CaseId, FrozenLists.PlanKind, done.PlanHash), run.CaseId, starter.Id, run.Started.Reason ?? "", made.Steps);
        var verdict = await policy.JudgeAsync(plan, starter, cancellation);
        if (verdict.Outcome == VerdictOutcome.Refuse)
            return BulkLine.Refused(done.Name, BulkRefusal.Policy, verdict.Why);
        var kept = await lists.KeepPlanAsync(run.CaseId, plan, cancellation);
        return BulkLine.Of(done.Name, new BulkTarget(done.SubjectId, done.Name, new PlanHash(kept), [.. made.Steps.Select(Of), .. possible.Where(offer => offer.WhyNot is not null).Select(Of)]));
    }

    // As it is now is as the step left it: anything else was refused before.
    private static BulkTargetStep Of(PlanStep step) =>
        new(step.Remediation, step.TargetId, step.TargetName, step.Undone!.StateAfterText, step.UndoText ?? $"As before: {step.PriorStateText}");

    private static BulkTargetStep Of(UndoOffer offer) => new(offer.Step.Remediation, offer.Step.TargetId, offer.Step.TargetName, offer.WhyNot!, null);

    private string WhyNothing(IEnumerable<UndoOffer> offers) =>
        string.Join(" ", offers.Select(offer => $"{catalogue.Find(offer.Step.Remediation)?.Descriptor.Title ?? offer.Step.Remediation}: {offer.WhyNot}").Distinct(StringComparer.Ordinal));
}
