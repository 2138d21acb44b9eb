using System.Globalization;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>Has a step of the runbook done for a case. The press decides nothing: policy does, and an approver where policy wants one.</summary>
public sealed class ActionHandler(ActionService service, ViewerAccess access)
{
    /// <summary><c>POST /cases/{id}/action</c>.</summary>
    public async Task<IResult> PressAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (await access.WhyNotOperatorAsync(viewer.Person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "steps of a case", why);
        var back = $"/cases/{Uri.EscapeDataString(http.Id())}";
        try
        {
            var answer = await service.AskAsync(new CaseId(http.Id()), http.Field("step"), DeviceOf(http), NumberOf(http), viewer.Person, http.RequestAborted);
            return answer.WhyNot is { } whyNot
                ? Page.Message(http, StatusCodes.Status409Conflict, "Nothing was done", whyNot, back, "Back to the case")
                : SeeOther.To(http, $"{back}#actions");
        }
        catch (VendorException error)
        {
            return Page.Message(http, StatusCodes.Status503ServiceUnavailable, "Nothing was done", $"{error.Message} Try again later.", back, "Back to the case");
        }
    }

    private static DeviceId? DeviceOf(HttpContext http) => http.PlainField("device") is { Length: > 0 } device ? new DeviceId(device) : null;

    private static int NumberOf(HttpContext http) => int.TryParse(http.Field("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
