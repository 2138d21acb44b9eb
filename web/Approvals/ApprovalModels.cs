using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Approvals;

/// <summary>Gathers what the page of an approval shows.</summary>
public sealed class ApprovalModels(
    ApprovalBackgrounds backgrounds, CaseStore caseStore, CatalogueView catalogue, PersonNames names, ApproverQuestions questions, TimeProvider time)
{
    /// <summary>What the page of an approval shows.</summary>
    /// <param name="gate">The approval.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="whyNot">Why the viewer may not decide; null when they may.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ApprovalModel> OfAsync(ApprovalRequest gate, Plan plan, string? whyNot, CancellationToken cancellation)
    {
        var approvers = catalogue.TitleOfGroup(gate.Requirement.ApproverGroup);
        if (gate.EscalatedAt is not null && gate.Requirement.FallbackGroup != gate.Requirement.ApproverGroup)
            approvers = $"{approvers} or {catalogue.TitleOfGroup(gate.Requirement.FallbackGroup)}";
        if (gate.Requirement.AsksManager)
            approvers = $"The person's manager, or {approvers}";
        var requester = await names.OfAsync(gate.RequesterId, cancellation);
        // It expired as denied at the deadline, also before the workflow has recorded it.
        var shown = gate.State == ApprovalState.Open && time.GetUtcNow() >= gate.ExpiresAt ? gate with { State = ApprovalState.Expired } : gate;
        return new ApprovalModel(
            shown, plan, [.. plan.Steps.Select(step => new PlannedStep(step, catalogue.Remediation(step.Remediation), catalogue.TitlesOfAccess(step), catalogue.RemediationOff(step.Remediation)))],
            await caseStore.FindAsync(gate.CaseId, cancellation), catalogue.TitleOfRunbook(plan.RunbookId), requester,
            BulkCase.Is(gate.CaseId) ? "Everyone on the frozen list" : gate.SubjectId == gate.RequesterId ? requester : await names.OfAsync(gate.SubjectId, cancellation), approvers, whyNot, await backgrounds.OfAsync(gate, plan, cancellation))
        {
            Questions = await questions.OfAsync(gate.CaseId, cancellation),
        };
    }
}
