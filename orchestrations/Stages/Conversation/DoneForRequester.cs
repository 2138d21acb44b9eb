using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Says to a requester what was done to their own account and devices, in the catalogue's sentences: nobody finds out later that they were located.</summary>
public sealed class DoneForRequester(CaseContext contexts, RemediationCatalogue catalogue)
{
    /// <summary>One sentence per kind of step that was read back, in order; empty when the case is about somebody else than who asked.</summary>
    /// <param name="record">The case.</param>
    /// <param name="language">Two-letter language; English where there is no text in it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> OfAsync(CaseRecord record, string language, CancellationToken cancellation)
    {
        if ((record.Plan ?? record.Containment.FirstOrDefault()) is not { } reference || await contexts.GetAsync<Plan>(reference, cancellation) is not { Undoes: null } plan || plan.SubjectId != plan.RequesterId)
            return [];
        return
        [
            .. record.Steps
                .Where(step => step.State is CaseStepState.Verified)
                .Select(step => catalogue.Describe(step.Remediation)?.Requester.In(language))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
