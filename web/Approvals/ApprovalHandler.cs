using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Approvals;

/// <summary>Approvals: the list, one request, and the decision. The approval service decides who may decide.</summary>
public sealed class ApprovalHandler(
    ApprovalService service, WaitingList waiting, ApprovalModels models, DelegationView delegations, ApproverQuestions questions, CatalogueView catalogue)
{
    /// <summary><c>GET /approvals</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var (viewer, query) = (PageRequest.ViewerOf(http), WaitingQuery.Of(http));
        return Page.Show<ApprovalListPage, ApprovalListModel>(
            http,
            new ApprovalListModel(query, await waiting.ApprovalsAsync(viewer, query, http.RequestAborted), await waiting.HandOversAsync(viewer, query, http.RequestAborted), catalogue.IntentIds)
            {
                Delegations = await delegations.OfAsync(viewer.Person, http.RequestAborted),
            });
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
            ? Page.Show<ApprovalPage, ApprovalModel>(http, await models.OfAsync(gate, plan, whyNot, cancellation))
            : Changed(http, ApprovalLabels.PlanChanged);
    }

    /// <summary><c>POST /approvals/{id}</c>: decides. The same again is the same answer; the opposite is a conflict.</summary>
    public async Task<IResult> DecideAsync(HttpContext http)
    {
        if (http.Field("decision") is not ("approve" or "deny"))
            return Page.Message(http, StatusCodes.Status400BadRequest, "Choose Approve or Deny", "Nothing was decided, because the form contained neither. Go back and choose one.");
        var viewer = PageRequest.ViewerOf(http);
        if (http.Field("decision") == "approve" && await StepUpAsync(http) is { } demand)
            return demand;
        var outcome = await service.DecideAsync(
            http.Id(), new PlanHash(http.Field("plan-hash")), http.Field("decision") == "approve", viewer.Person, http.Field("comment"), http.RequestAborted);
        var (title, status) = Answer(outcome, http.Field("decision") == "approve");
        if (outcome.Kind == DecisionKind.NotAllowed)
            return Page.Forbidden(http, outcome.Message);
        return Page.Show<DecisionPage, DecisionModel>(http, new DecisionModel(title, status == StatusCodes.Status200OK, outcome, viewer.SeesEverything), status);
    }

    /// <summary><c>POST /approvals/{id}/ask</c>: asks the requester; the approval waits as before.</summary>
    public async Task<IResult> AskAsync(HttpContext http)
    {
        var message = await questions.AskAsync(http.Id(), PageRequest.ViewerOf(http).Person, http.Field("question"), http.RequestAborted);
        return Page.Message(http, StatusCodes.Status200OK, "Question to the requester", message, $"/approvals/{Uri.EscapeDataString(http.Id())}", "Back to the approval");
    }

    // A denial is never held up.
    private async Task<IResult?> StepUpAsync(HttpContext http)
    {
        if (await service.FindAsync(http.Id(), http.RequestAborted) is not { State: ApprovalState.Open } gate)
            return null;
        // A changed plan has its own answer.
        if (await service.FindPlanAsync(gate, http.RequestAborted) is not { } plan)
            return null;
        var impact = plan.Steps.Max(step => catalogue.Remediation(step.Remediation)?.Impact ?? Impact.High);
        return StepUp.Demand(http, impact, $"/approvals/{Uri.EscapeDataString(gate.ApprovalId)}");
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
}
