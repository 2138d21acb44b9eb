using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Home;

/// <summary>The form of the kill switch on the home page.</summary>
public sealed class KillSwitchHandler(KillSwitch killSwitch, ViewerAccess access)
{
    private const int MinReason = 5;
    private const int MaxReason = 300;

    /// <summary><c>POST /kill-switch</c>: an operator stops or allows all automatic changes, with a reason.</summary>
    public async Task<IResult> SwitchAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        // A stop is for whoever may stop, also while the directory doesn't respond; the end of a stop is for operators by the directory as it is now.
        if (http.Field("to") == "on" ? !await access.MayFreezeAsync(viewer, http.RequestAborted) : !await access.IsOperatorNowAsync(viewer.Person, http.RequestAborted))
            return Page.NotOperator(http, "the kill switch");
        var reason = http.PlainField("reason");
        if (http.Field("to") is not ("on" or "off") || reason.Length is < MinReason or > MaxReason)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Enter a reason", $"The kill switch wasn't changed. Enter a reason of {MinReason} to {MaxReason} characters for the audit log.");
        if (http.Field("sure") != "yes")
            return Page.Message(http, StatusCodes.Status400BadRequest, "Confirm the change", "The kill switch wasn't changed. Tick the box to confirm.");
        await killSwitch.SetAsync(http.Field("to") == "on", $"person:{viewer.Person.ObjectId}", reason, http.RequestAborted);
        return SeeOther.To(http, "/");
    }
}
