using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>Requests the undo of steps of a closed case. Nothing changes before an approver decides.</summary>
public sealed class UndoHandler(UndoService service, ViewerAccess access)
{
    private const int MaxSteps = 50;

    /// <summary><c>POST /cases/{id}/undo</c>.</summary>
    public async Task<IResult> AskAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (await access.WhyNotOperatorAsync(viewer.Person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "undo", why);
        var back = $"/cases/{Uri.EscapeDataString(http.Id())}";
        var steps = http.Request.Form["step"].OfType<string>().Take(MaxSteps).ToList();
        var answer = await service.AskAsync(new CaseId(http.Id()), steps, viewer.Person, http.PlainField("reason"), http.RequestAborted);
        return answer.CaseId is { } undo
            ? SeeOther.To(http, $"/cases/{Uri.EscapeDataString(undo)}")
            : Page.Message(http, StatusCodes.Status409Conflict, "Nothing was undone", answer.WhyNot!, back, "Back to the case");
    }
}
