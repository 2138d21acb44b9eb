using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>What a technician does with the help on the page of a case.</summary>
public sealed class AssistHandler(AssistAnswers answers, ViewerAccess access)
{
    /// <summary><c>POST /cases/{id}/assist</c>: sends or discards the drafted answer, or judges the next steps.</summary>
    public async Task<IResult> ActAsync(HttpContext http)
    {
        var (person, id) = (PageRequest.ViewerOf(http).Person, new CaseId(http.Id()));
        if (await access.WhyNotOperatorAsync(person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "assist", why);
        var back = $"/cases/{Uri.EscapeDataString(id)}";
        var act = http.Field("act");
        try
        {
            var whyNot = act switch
            {
                "send" => await answers.SendAsync(id, person, http.LongField("answer"), http.RequestAborted),
                "discard" => await answers.DiscardAsync(id, person, http.RequestAborted) ? null : "There is no draft for this case.",
                "right" or "wrong" => await answers.JudgeAsync(id, person, act == "right", http.RequestAborted) ? null : "There are no next steps for this case.",
                _ => "Choose what to do with the answer or the next steps.",
            };
            return whyNot is null ? SeeOther.To(http, $"{back}#assist") : Page.Message(http, StatusCodes.Status409Conflict, "Not done", whyNot, back, "Back to the case");
        }
        catch (VendorException error)
        {
            return Page.Message(http, StatusCodes.Status503ServiceUnavailable, "The answer wasn't sent", $"{error.Message} Try again later.", back, "Back to the case");
        }
    }
}
