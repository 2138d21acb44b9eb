using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>Says what of a run that ended can be undone, and until when.</summary>
public sealed class BulkUndoOffers(BulkRuns runs, ApprovedLists approved, RemediationCatalogue catalogue, TimeProvider time)
{
    /// <summary>What can be undone of a run; null while it has not ended, and for an undo.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<BulkUndoOffer?> OfAsync(BulkRun run, CancellationToken cancellation)
    {
        if (run is not { Phase: BulkPhase.Ended, Undoes: null } || run.ApprovalId is null || run.Wave is null)
            return null;
        var (plan, _) = await approved.PlanAsync(run.CaseId, cancellation);
        var abouts = plan.Steps.Reverse().Select(step => catalogue.Find(step.Remediation)?.Descriptor).OfType<RemediationDescriptor>().DistinctBy(about => about.Id, StringComparer.Ordinal).ToList();
        var (back, stays) = (abouts.Where(IsUndoable).ToList(), abouts.Where(about => !IsUndoable(about)).ToList());
        if (back.Count == 0)
            return BulkUndoOffer.None($"Nothing of it can be undone. {string.Join(" ", stays.Select(about => $"{about.Title}: {about.Undo}"))}");
        var until = run.EndedAt + back.Max(about => about.UndoFor);
        if (time.GetUtcNow() >= until)
            return BulkUndoOffer.None("Its time for being undone is over; a new list changes it.");
        return run.UndoneBy is { } before && await WhyNotAgainAsync(before, cancellation) is { } why ? BulkUndoOffer.None(why) : new BulkUndoOffer(null, back, stays, until);
    }

    private static bool IsUndoable(RemediationDescriptor about) => about.Reversibility == Reversibility.Undoable;

    // An undo of which nothing was done leaves the way open for another.
    private async Task<string?> WhyNotAgainAsync(CaseId undoId, CancellationToken cancellation) => await runs.FindAsync(undoId, cancellation) switch
    {
        null => null,
        { Phase: not BulkPhase.Ended } before => $"Its undo is under way: {before.Number}.",
        { Wave: not null } before => $"It was undone already: {before.Number}. What that undo left is on its page.",
        _ => null,
    };
}

/// <summary>Whether what a run did can be undone as a whole, and what of it.</summary>
/// <param name="WhyNot">Why it cannot be; null when it can.</param>
/// <param name="Back">What is undone where it changed something, in the order of the undo.</param>
/// <param name="Stays">What cannot be undone.</param>
/// <param name="Until">Until when at the latest, UTC; each target has its own time.</param>
public sealed record BulkUndoOffer(string? WhyNot, IReadOnlyList<RemediationDescriptor> Back, IReadOnlyList<RemediationDescriptor> Stays, DateTimeOffset? Until)
{
    /// <summary>It cannot be undone.</summary>
    public static BulkUndoOffer None(string why) => new(why, [], [], null);
}
