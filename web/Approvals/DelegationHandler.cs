using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Approvals;

/// <summary>An approver hands their approvals to another until a date, and takes them back.</summary>
public sealed class DelegationHandler(DelegationService delegations)
{
    private const string Back = "/approvals";

    /// <summary><c>POST /delegations</c>: until the end of the chosen day, UTC.</summary>
    public async Task<IResult> GiveAsync(HttpContext http)
    {
        if (DelegationService.EndOf(http.Field("until")) is not { } until)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Choose a date", "Nothing was changed, because the end date is missing.", Back, "Back");
        var (given, whyNot) = await delegations.GiveAsync(PageRequest.ViewerOf(http).Person, http.Field("to"), until, http.RequestAborted);
        return given is null
            ? Page.Message(http, StatusCodes.Status400BadRequest, "Your approvals were not delegated", whyNot!, Back, "Back")
            : Results.Redirect($"{Back}#delegation");
    }

    /// <summary><c>POST /delegations/end</c>.</summary>
    public async Task<IResult> EndAsync(HttpContext http)
    {
        await delegations.EndAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted);
        return Results.Redirect($"{Back}#delegation");
    }
}
