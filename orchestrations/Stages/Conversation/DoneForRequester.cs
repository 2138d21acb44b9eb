using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Says to a requester what was done and read back, in the catalogue's sentences and in those of the outcome: nobody finds out later that they were
/// located, and nothing is said that was not read.
/// </summary>
public sealed class DoneForRequester(CaseContext contexts, RemediationCatalogue catalogue)
{
    /// <summary>
    /// One sentence per kind of step and per condition of the outcome that was read back, in order. Somebody who asked for another person reads what is
    /// meant for them, and nothing of the other's devices and outcome.
    /// </summary>
    /// <param name="record">The case.</param>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> OfAsync(CaseRecord record, string language, CancellationToken cancellation)
    {
        if ((record.Plan ?? (record.Containment.Count > 0 ? record.Containment[0] : null)) is not { } reference || await contexts.GetAsync<Plan>(reference, cancellation) is not { Undoes: null } plan)
            return [];
        var isOwn = plan.SubjectId == plan.RequesterId;
        var steps = record.Steps.Where(step => step.State is CaseStepState.Verified).Select(step => catalogue.Describe(step.Remediation)).Select(about => isOwn ? about?.Requester : about?.ForOthers);
        var outcome = record.OutcomeLines.Where(line => isOwn && line.State == OutcomeState.Holds).Select(line => OutcomeConditions.Find(line.Condition)?.Requester);
        return [.. steps.Concat(outcome).OfType<LocalizedText>().Select(text => text.In(language)).Distinct(StringComparer.Ordinal)];
    }
}
