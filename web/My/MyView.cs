using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>Gathers what a requester's own page of a case shows.</summary>
public sealed class MyView(MyQuestions questions, ApprovalStore approvals, PersonRequests people, NotMeReports reports, PersonLinks links, PolicySet policy)
{
    /// <summary>The page's model.</summary>
    /// <param name="http">The request.</param>
    /// <param name="record">The case; null while it waits to be opened.</param>
    /// <param name="token">The token of the link; empty when there is none.</param>
    /// <param name="acts">True for the requester.</param>
    /// <param name="id">The case's id.</param>
    public async Task<MyCaseModel> OfAsync(HttpContext http, string id, CaseRecord? record, string token, bool acts)
    {
        var cancellation = http.RequestAborted;
        var language = MyLanguage.Of(http, record?.Language);
        var model = new MyCaseModel(id, language, token, record) { SeesCase = PageRequest.Of(http).Viewer is { SeesEverything: true } };
        if (record is null)
            return model;
        model = model with { Since = questions.Moment(record.OpenedAt, language) };
        if (record.OpenApprovalId is { } approvalId && await approvals.FindAsync(approvalId, cancellation) is { State: ApprovalState.Open } gate)
            model = model with { Decides = policy.Approvers.GetValueOrDefault(gate.Requirement.ApproverGroup)?.Title ?? gate.Requirement.ApproverGroup, DecidesBy = questions.Moment(gate.ExpiresAt, language) };
        if ((acts || links.MayTrack(new CaseId(id), token)) && await reports.FindAsync(new CaseId(record.UndoOf ?? record.SecurityOf ?? record.ActionOf ?? id), cancellation) is null)
            model = model with { NotMe = links.NotMeLinkFor(new CaseId(id)) };
        if (!acts)
            return model;

        var open = await questions.OpenAsync(record, cancellation);
        return model with
        {
            IsTheirs = true,
            Question = open,
            AnswerBy = open is null ? null : questions.Moment(open.ExpiresAt, language),
            Proof = questions.Proof(record),
            Feedback = await questions.FeedbackAsync(record, cancellation),
            Said = await questions.SaidAsync(record, language, cancellation),
            PersonAsked = await people.FindAsync(new CaseId(id), cancellation) is not null,
        };
    }
}
