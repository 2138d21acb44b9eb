using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning.Undo;

/// <summary>Says which steps of a case can be undone, until when, and why the others cannot.</summary>
public sealed class UndoOffers(CaseContext contexts, DoneSteps done, RemediationCatalogue catalogue, TimeProvider time)
{
    /// <summary>All steps of the case's plans in their order, containment first; empty when it has none.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<UndoOffer>> OfAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record.Path == CasePath.Undo)
            return [];
        var undone = record.Steps.Where(step => step.State == CaseStepState.Undone).Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var offers = new List<UndoOffer>();
        foreach (var reference in record.Plan is { } main ? record.Containment.Append(main) : record.Containment)
        {
            var plan = await contexts.GetAsync<Plan>(reference, cancellation);
            offers.AddRange((await OfAsync(plan, undone, cancellation)).Select(offer => offer with { Plan = reference }));
        }

        return offers;
    }

    /// <summary>All steps of a plan that was carried out, in their order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="undone">Ids of its steps that are known to be undone.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<UndoOffer>> OfAsync(Plan plan, IReadOnlySet<string> undone, CancellationToken cancellation)
    {
        var hash = PlanFingerprint.Of(plan);
        var offers = new List<UndoOffer>();
        for (var index = 0; index < plan.Steps.Count; index++)
            offers.Add(Offer(plan.Steps[index], await done.FindAsync(plan.CaseId, hash, index, cancellation), undone));
        return offers;
    }

    private UndoOffer Offer(PlanStep step, StepDone? left, IReadOnlySet<string> undone)
    {
        if (catalogue.Find(step.Remediation)?.Descriptor is not { } descriptor)
            return new UndoOffer(step, null, null, catalogue.FindOff(step.Remediation)?.Why ?? "The catalogue does not know this step any more.");
        if (descriptor.Reversibility != Reversibility.Undoable)
            return new UndoOffer(step, null, null, descriptor.Undo);
        if (left is null)
            return new UndoOffer(step, null, null, "It changed nothing that was read back.");
        if (undone.Contains(step.Id))
            return new UndoOffer(step, null, null, "It was undone already.");
        var until = left.StartedAt + descriptor.UndoFor;
        return time.GetUtcNow() < until
            ? new UndoOffer(step, left, until, null)
            : new UndoOffer(step, left, until, "Its time for being undone is over; a new request changes it.");
    }
}

/// <summary>A step of a finished case as its page offers it for undoing.</summary>
/// <param name="Step">The step.</param>
/// <param name="Left">What it left behind; null when nothing that can be undone.</param>
/// <param name="Until">Until when it may be undone, UTC, also when that is over; null when it never could be.</param>
/// <param name="WhyNot">Why it cannot be undone; null when it can.</param>
/// <param name="Plan">The plan it belongs to, in the context store; null when only one is looked at.</param>
public sealed record UndoOffer(PlanStep Step, StepDone? Left, DateTimeOffset? Until, string? WhyNot, ContextReference? Plan = null);
