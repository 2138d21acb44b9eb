using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Planning.Undo;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>
/// Where an operator asks for the undo of a finished case. Asking changes nothing: it starts a case of its own, whose plan goes through
/// policy and approval like any other.
/// </summary>
public sealed class UndoService(UndoOffers offers, CaseStore caseStore, IWorkflowClient workflows, UndoRequests requests, TimeProvider time)
{
    /// <summary>Longest reason in characters.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>An undo is of the steps of one plan, because that plan's hash is what was allowed.</summary>
    internal const string OnePlanAtATime = "Steps that were done at once and steps that were approved later are undone separately: choose those of one kind.";

    // Whoever undoes one case so often is not undoing any more.
    private const int MostUndos = 20;

    /// <summary>Asks for the undo of some steps.</summary>
    /// <param name="caseId">The finished case.</param>
    /// <param name="stepIds">Ids of its steps; all must be on offer.</param>
    /// <param name="by">Who asks, an operator.</param>
    /// <param name="reason">Why; cut at <see cref="MaxReasonLength"/>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The undo's own case, or why there is none.</returns>
    /// <exception cref="VendorException">The store or the audit log cannot be reached; asking again is safe.</exception>
    public async Task<UndoAnswer> AskAsync(CaseId caseId, IReadOnlyList<string> stepIds, SignedInPerson by, string reason, CancellationToken cancellation)
    {
        reason = reason.Trim();
        if (reason.Length == 0)
            return UndoAnswer.Refused("Say why; the approver and the audit log need it.");
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record)
            return UndoAnswer.Refused("There is no such case.");
        if (record.State is not (CaseState.Resolved or CaseState.Escalated))
            return UndoAnswer.Refused("The case is not finished yet. Ask for a person to stop it.");

        var possible = await offers.OfAsync(record, cancellation);
        var wanted = possible.Where(offer => stepIds.Contains(offer.Step.Id, StringComparer.Ordinal)).ToList();
        if (wanted.Count == 0 || wanted.Count != stepIds.Distinct(StringComparer.Ordinal).Count())
            return UndoAnswer.Refused("Choose steps of this case that can be undone.");
        if (wanted.FirstOrDefault(offer => offer.WhyNot is not null) is { } not)
            return UndoAnswer.Refused($"'{not.Step.Id}' cannot be undone. {not.WhyNot}");
        if (wanted.Select(offer => offer.Plan).Distinct().Count() > 1)
            return UndoAnswer.Refused(OnePlanAtATime);
        var (next, refusal) = await NextIdAsync(record, cancellation);
        if (next is not { } undoId)
            return UndoAnswer.Refused(refusal!);

        var request = new UndoRequest(
            undoId, caseId, [.. wanted.Select(offer => offer.Step.Id)], by.ObjectId, by.Name,
            reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength], time.GetUtcNow());
        await requests.RecordAsync(request, cancellation);
        await caseStore.UpdateAsync(caseId, before => before.Undos.Contains(undoId, StringComparer.Ordinal) ? before : before with { Undos = [.. before.Undos, undoId] }, cancellation);
        await workflows.StartAsync(UndoWorkflow.Reference, undoId, request, cancellation);
        // The workflow opens it too; here, so that whoever asked finds its page at once.
        await caseStore.OpenUndoAsync(request, record, cancellation);
        return UndoAnswer.Started(undoId);
    }

    private async Task<(CaseId? Id, string? Refusal)> NextIdAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record.Undos.Count >= MostUndos)
            return (null, string.Create(CultureInfo.InvariantCulture, $"This case was undone {MostUndos} times; a person must find out why."));
        if (record.Undos is [.., var last])
        {
            // Stopped between the two writes: the same number again.
            if (await workflows.GetStatusAsync(last, cancellation) is not { } status)
                return (new CaseId(last), null);
            if (status.State is WorkflowState.Pending or WorkflowState.Running or WorkflowState.Suspended)
                return (null, $"An undo of this case is under way: {last}.");
        }

        return (new CaseId(string.Create(CultureInfo.InvariantCulture, $"{record.CaseId}-undo-{record.Undos.Count + 1}")), null);
    }
}
