using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>
/// Finds out what can be taken back of one target of a run that ended, and makes the plan of it: the states that were kept then, compared
/// with the target as it is now. Reads only.
/// </summary>
public sealed class BulkUndoReader(
    BulkRuns runs, FrozenLists lists, ApprovalStore approvals, UndoOffers offers, UndoPlans plans, RemediationCatalogue catalogue, BulkPolicy policy,
    IDirectory directory, CaseContext contexts, TimeProvider time)
{
    private static readonly IReadOnlySet<string> NothingUndone = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The frozen list of the run that is taken back, by what was approved then.</summary>
    /// <exception cref="VendorException">What is stored is not what was approved.</exception>
    public async Task<BulkList> OriginAsync(BulkRun run, CancellationToken cancellation)
    {
        var origin = await runs.GetAsync(run.Undoes ?? throw new InvalidOperationException($"'{run.CaseId}' is no undo."), cancellation);
        var gate = await approvals.FindAsync(origin.ApprovalId ?? throw new InvalidOperationException($"'{origin.CaseId}' was never approved."), cancellation)
            ?? throw new InvalidOperationException($"There is no approval '{origin.ApprovalId}'.");
        return await lists.OfAsync(gate, cancellation);
    }

    /// <summary>The undo of one target, with its plan kept, or why there is none.</summary>
    /// <param name="run">The undo.</param>
    /// <param name="origin">The list of the run that is taken back.</param>
    /// <param name="starter">Who asked for the undo.</param>
    /// <param name="number">Which target of <paramref name="origin"/>, from 0, as text.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory or the store cannot be reached now.</exception>
    public async Task<BulkLine> ReadAsync(BulkRun run, BulkList origin, Person starter, string number, CancellationToken cancellation)
    {
        var done = await lists.TargetAsync(origin, int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture), cancellation);
        var original = await lists.PlanAsync(origin, done, cancellation);
        var possible = await offers.OfAsync(original, NothingUndone, cancellation);
        var chosen = possible.Where(offer => offer.WhyNot is null).ToList();
        if (chosen.Count == 0)
            return BulkLine.Refused(done.Name, possible.Any(offer => offer.Left is not null) ? BulkRefusal.NotPossible : BulkRefusal.NothingToDo, WhyNothing(possible));
        if (await directory.GetPersonAsync(original.SubjectId, cancellation) is null)
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
        var plan = UndoPlans.PlanOf(original, new ContextReference(origin.CaseId, "plan", done.PlanHash), run.CaseId, starter.Id, run.Started.Reason ?? "", made.Steps);
        var verdict = await policy.JudgeAsync(plan, starter, time.GetUtcNow(), cancellation);
        if (verdict.Outcome == VerdictOutcome.Refuse)
            return BulkLine.Refused(done.Name, BulkRefusal.Policy, verdict.Why);
        var kept = await contexts.PutAsync(run.CaseId, "plan", plan, cancellation);
        return BulkLine.Of(done.Name, new BulkTarget(done.SubjectId, done.Name, kept.Version, [.. made.Steps.Select(Of), .. possible.Where(offer => offer.WhyNot is not null).Select(Of)]));
    }

    // As it is now is as the step left it: anything else was refused before.
    private static BulkTargetStep Of(PlanStep step) =>
        new(step.Remediation, step.TargetId, step.TargetName, step.Undone!.StateAfterText, step.UndoText ?? $"As before: {step.PriorStateText}");

    private static BulkTargetStep Of(UndoOffer offer) => new(offer.Step.Remediation, offer.Step.TargetId, offer.Step.TargetName, offer.WhyNot!, null);

    private string WhyNothing(IEnumerable<UndoOffer> offers) =>
        string.Join(" ", offers.Select(offer => $"{catalogue.Find(offer.Step.Remediation)?.Descriptor.Title ?? offer.Step.Remediation}: {offer.WhyNot}").Distinct(StringComparer.Ordinal));
}

/// <summary>Whether what a run did can be taken back as a whole, and what of it.</summary>
/// <param name="WhyNot">Why it cannot be; null when it can.</param>
/// <param name="Back">What is taken back where it changed something, in the order of the undo.</param>
/// <param name="Stays">What cannot be taken back.</param>
/// <param name="Until">Until when at the latest, UTC; each target has its own time.</param>
public sealed record BulkUndoOffer(string? WhyNot, IReadOnlyList<RemediationDescriptor> Back, IReadOnlyList<RemediationDescriptor> Stays, DateTimeOffset? Until)
{
    /// <summary>It cannot be taken back.</summary>
    public static BulkUndoOffer None(string why) => new(why, [], [], null);
}
