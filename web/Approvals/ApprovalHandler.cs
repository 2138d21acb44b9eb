using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Approvals;

/// <summary>Approvals: the list, one request, and the decision. The approval service decides who may decide.</summary>
public sealed class ApprovalHandler(
    ApprovalService service, WaitingList waiting, CaseStore caseStore, CatalogueView catalogue, PersonNames names, TimeProvider time)
{
    /// <summary><c>GET /approvals</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var (viewer, query) = (PageRequest.ViewerOf(http), WaitingQuery.Of(http));
        return Page.Show<ApprovalListPage, ApprovalListModel>(
            http,
            new ApprovalListModel(query, await waiting.ApprovalsAsync(viewer, query, http.RequestAborted), await waiting.HandOversAsync(viewer, query, http.RequestAborted), catalogue.IntentIds));
    }

    /// <summary><c>GET /approvals/{id}</c>: shows, and changes nothing.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await service.VerifyAsync(http.Id(), cancellation) is not { } verified)
            return Page.NotFound(http, "Approval not found", "Check the address. The approval may belong to another system.");
        // What was changed outside is not shown: an approver would read what an attacker wrote.
        if (verified is not { Request: { } gate, Finding: null })
            return Changed(http, ApprovalLabels.Changed);
        var viewer = PageRequest.ViewerOf(http);
        string? whyNot;
        try
        {
            whyNot = await service.WhyNotAsync(gate, viewer.Person, cancellation);
        }
        catch (VendorException damage) when (damage is { System: "store", IsRetryable: false })
        {
            return Changed(http, ApprovalLabels.PlanChanged);
        }

        if (whyNot is not null && !viewer.SeesEverything)
            return Page.Forbidden(http, whyNot);
        return await service.FindPlanAsync(gate, cancellation) is { } plan
            ? Page.Show<ApprovalPage, ApprovalModel>(http, await ModelAsync(gate, plan, whyNot, cancellation))
            : Changed(http, ApprovalLabels.PlanChanged);
    }

    /// <summary><c>POST /approvals/{id}</c>: decides. The same again is the same answer; the opposite is a conflict.</summary>
    public async Task<IResult> DecideAsync(HttpContext http)
    {
        if (http.Field("decision") is not ("approve" or "deny"))
            return Page.Message(http, StatusCodes.Status400BadRequest, "Choose Approve or Deny", "Nothing was decided, because the form contained neither. Go back and choose one.");
        var viewer = PageRequest.ViewerOf(http);
        var outcome = await service.DecideAsync(
            http.Id(), http.Field("plan-hash"), http.Field("decision") == "approve", viewer.Person, http.Field("comment"), http.RequestAborted);
        var (title, status) = Answer(outcome, http.Field("decision") == "approve");
        if (outcome.Kind == DecisionKind.NotAllowed)
            return Page.Forbidden(http, outcome.Message);
        return Page.Show<DecisionPage, DecisionModel>(http, new DecisionModel(title, status == StatusCodes.Status200OK, outcome, viewer.SeesEverything), status);
    }

    private static (string Title, int Status) Answer(DecisionOutcome outcome, bool approve) => outcome.Kind switch
    {
        DecisionKind.Recorded when outcome.Gate is { State: ApprovalState.Open } => ("Your approval was recorded", StatusCodes.Status200OK),
        // One answer for both: pressing twice, or going back and pressing again, is not an error.
        DecisionKind.Recorded or DecisionKind.SameAgain => (approve ? "Approved" : "Denied", StatusCodes.Status200OK),
        DecisionKind.AlreadyDecided => ("Already decided", StatusCodes.Status409Conflict),
        DecisionKind.WrongPlan => ("The plan has changed", StatusCodes.Status409Conflict),
        DecisionKind.Changed => ("Approval changed outside HelpDesk", StatusCodes.Status409Conflict),
        DecisionKind.Expired => ("Approval expired", StatusCodes.Status410Gone),
        DecisionKind.NotAllowed => ("You don't have access", StatusCodes.Status403Forbidden),
        _ => ("Approval not found", StatusCodes.Status404NotFound),
    };

    private static IResult Changed(HttpContext http, string message) => Page.Message(http, StatusCodes.Status409Conflict, "Approval changed outside HelpDesk", message);

    private async Task<ApprovalModel> ModelAsync(ApprovalRequest gate, Plan plan, string? whyNot, CancellationToken cancellation)
    {
        var approvers = catalogue.TitleOfGroup(gate.Requirement.ApproverGroup);
        if (gate.EscalatedAt is not null && gate.Requirement.FallbackGroup != gate.Requirement.ApproverGroup)
            approvers = $"{approvers} or {catalogue.TitleOfGroup(gate.Requirement.FallbackGroup)}";
        var requester = await names.OfAsync(gate.RequesterId, cancellation);
        // It expired as denied at the deadline, also before the workflow has recorded it.
        var shown = gate.State == ApprovalState.Open && time.GetUtcNow() >= gate.ExpiresAt ? gate with { State = ApprovalState.Expired } : gate;
        return new ApprovalModel(
            shown, plan, [.. plan.Steps.Select(step => new PlannedStep(step, catalogue.Remediation(step.Remediation), catalogue.TitlesOfAccess(step), catalogue.RemediationOff(step.Remediation)))],
            await caseStore.FindAsync(gate.CaseId, cancellation), catalogue.TitleOfRunbook(plan.RunbookId), requester,
            BulkCase.Is(gate.CaseId) ? "Everyone on the frozen list" : gate.SubjectId == gate.RequesterId ? requester : await names.OfAsync(gate.SubjectId, cancellation), approvers, whyNot);
    }
}
