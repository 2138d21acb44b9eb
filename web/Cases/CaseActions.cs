using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Cases;

/// <summary>What an operator can have done on the page of a case, and what became of what was pressed before.</summary>
public sealed class CaseActions(ActionService service, CaseStore caseStore, UndoOffers undos, CatalogueView catalogue, IDirectoryPages portals)
{
    private const int MostShown = 20;

    /// <summary>Reads it. A directory that is away leaves a reason.</summary>
    /// <param name="record">The case.</param>
    /// <param name="by">The operator who looks; null for everybody else, who is offered nothing.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CaseActionsView> OfAsync(CaseRecord record, SignedInPerson? by, CancellationToken cancellation)
    {
        var before = new List<ActionLine>();
        foreach (var id in record.Actions.TakeLast(MostShown).Reverse())
        {
            if (await caseStore.FindAsync(new CaseId(id), cancellation) is { } action)
                before.Add(await LineAsync(action, by is not null, cancellation));
        }

        if (by is null || record is not { UndoOf: null, SecurityOf: null, ActionOf: null })
            return new CaseActionsView([], before, null, false);
        try
        {
            var offers = await service.OffersAsync(record.CaseId, by, cancellation);
            return new CaseActionsView([.. offers.Steps.Select(offer => ButtonOf(offer, offers.SubjectId))], before, offers.WhyNone, true);
        }
        catch (VendorException error)
        {
            return new CaseActionsView([], before, $"What can be done can't be read now. {error.Message}", true);
        }
    }

    private ActionButton ButtonOf(ActionOffer offer, PersonId? subject)
    {
        var (step, about) = (offer.Step, catalogue.Remediation(offer.Step.Remediation));
        return new ActionButton(
            step.StepId, step.DeviceId, offer.Number, about?.PressOn(step.TargetName) ?? step.Remediation, about?.Effect ?? "", about?.Impact ?? Impact.High,
            step.DeviceId is { } device ? portals.OfDevice(device) : subject is { } person ? portals.OfPerson(person) : null);
    }

    private async Task<ActionLine> LineAsync(CaseRecord action, bool mayUndo, CancellationToken cancellation)
    {
        var step = action.Steps is [var only, ..] ? only : null;
        var back = mayUndo && action.State is CaseState.Resolved or CaseState.Escalated ? (await undos.OfAsync(action, cancellation)).FirstOrDefault(static offer => offer.WhyNot is null) : null;
        return new ActionLine(action, step is null ? "A step of the runbook" : catalogue.Remediation(step.Remediation)?.PressOn(step.TargetName) ?? step.Remediation, step, back?.Step.Id);
    }
}

/// <summary>What is shown of the steps that operators have done.</summary>
/// <param name="Buttons">What can be done; empty when nothing may.</param>
/// <param name="Before">What was pressed before, the newest first, at most 20.</param>
/// <param name="WhyNone">Why nothing can be done; null when something can.</param>
/// <param name="IsOffered">True for operators on the case of a ticket.</param>
public sealed record CaseActionsView(IReadOnlyList<ActionButton> Buttons, IReadOnlyList<ActionLine> Before, string? WhyNone, bool IsOffered);

/// <summary>A button that has one step done.</summary>
/// <param name="StepId">Id of the runbook's step.</param>
/// <param name="DeviceId">On which device; null for a step on the account.</param>
/// <param name="Number">Which time it would be.</param>
/// <param name="Text">What it says. Untrusted text, because it names the target.</param>
/// <param name="Effect">What changes for the person, one sentence.</param>
/// <param name="Impact">How much it may hurt.</param>
/// <param name="Page">The target in the directory's portal; null when there is none.</param>
public sealed record ActionButton(string StepId, DeviceId? DeviceId, int Number, string Text, string Effect, Impact Impact, Uri? Page);

/// <summary>A step that an operator had done.</summary>
/// <param name="Case">Its own case.</param>
/// <param name="Text">What it is. Untrusted text.</param>
/// <param name="Step">Its step; null when none was planned.</param>
/// <param name="UndoStep">Id of the step that the viewer can have undone; null when none.</param>
public sealed record ActionLine(CaseRecord Case, string Text, CaseStep? Step, string? UndoStep);
