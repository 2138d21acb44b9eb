using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.HandOvers;

/// <summary>Hand-overs of secrets. Only the <c>POST</c> makes or reads one, and its answer is the one place where it is shown (P3).</summary>
public sealed class HandOverHandler(HandOverService service, VoucherService vouchers, CaseStore caseStore, PersonNames names)
{
    /// <summary><c>GET /hand-overs/{id}</c>: shows whom the secret is for, and neither makes nor reads one.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await service.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        return await ShowAsync(http, handOver, checkMissing: false, StatusCodes.Status200OK);
    }

    /// <summary><c>POST /hand-overs/{id}</c>: "Show pass" (password, key, passcode).</summary>
    public async Task<IResult> ShowSecretAsync(HttpContext http)
    {
        if (await service.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        if (StepUp.Demand(http, Impact.High, $"/hand-overs/{Uri.EscapeDataString(handOver.HandOverId)}") is { } demand)
            return demand;
        var check = http.FieldAs<IdentityCheckMethod>("check") is { } method ? new IdentityCheck(method, http.Field("note")) : null;
        var outcome = await service.ShowAsync(handOver.HandOverId, PageRequest.ViewerOf(http).Person, check, http.RequestAborted);
        return outcome.Kind switch
        {
            SecretOutcomeKind.Shown => Page.Show<SecretPage, SecretModel>(http, new SecretModel(handOver, outcome, SecretScript.Countdown)),
            SecretOutcomeKind.IdentityCheckNeeded => await ShowAsync(http, handOver, checkMissing: true, StatusCodes.Status400BadRequest),
            SecretOutcomeKind.NotAllowed => Page.Forbidden(http, outcome.Message),
            SecretOutcomeKind.AlreadyShown => Say(http, StatusCodes.Status409Conflict, $"The {SecretLabels.ShortOf(handOver.Kind)} was already shown", outcome),
            SecretOutcomeKind.BeingShown => Say(http, StatusCodes.Status409Conflict, $"The {SecretLabels.ShortOf(handOver.Kind)} is being shown", outcome),
            SecretOutcomeKind.Expired => Say(http, StatusCodes.Status410Gone, "Secret hand-over expired", outcome),
            SecretOutcomeKind.Failed => Say(http, StatusCodes.Status503ServiceUnavailable, $"The {SecretLabels.ShortOf(handOver.Kind)} couldn't be shown", outcome),
            _ => NoSuch(http),
        };
    }

    private async Task<IResult> ShowAsync(HttpContext http, HandOver handOver, bool checkMissing, int status)
    {
        var viewer = PageRequest.ViewerOf(http);
        var entitlement = await service.EntitlementAsync(handOver, viewer.Person, http.RequestAborted);
        if (entitlement.Kind == EntitlementKind.None && handOver.Kind == SecretKind.TemporaryPass && HttpMethods.IsGet(http.Request.Method))
        {
            // Whose pass it is goes on on their own page; their manager, who may have approved it, vouches.
            if (viewer.Person.ObjectId.Is(handOver.SubjectId))
                return Results.Redirect($"/proof/{Uri.EscapeDataString(handOver.CaseId)}");
            if (await vouchers.WhyNotAsync(handOver, viewer.Person, http.RequestAborted) is null)
                return Results.Redirect($"/vouch/{Uri.EscapeDataString(handOver.HandOverId)}");
        }

        if (entitlement.Kind == EntitlementKind.None && !viewer.SeesEverything)
            return Page.Forbidden(http, entitlement.WhyNot!);
        var record = await caseStore.FindAsync(handOver.CaseId, http.RequestAborted);
        var subject = await names.OfAsync(handOver.SubjectId, http.RequestAborted);
        var model = new HandOverModel(handOver, record?.Ticket.Number ?? handOver.CaseId, subject, entitlement, checkMissing, checkMissing ? http.Field("note") : "");
        return Page.Show<HandOverPage, HandOverModel>(http, model, status);
    }

    private static IResult Say(HttpContext http, int status, string title, SecretOutcome outcome) =>
        Page.Message(http, status, title, outcome.Message, "/approvals", "Approvals and secret hand-overs");

    private static IResult NoSuch(HttpContext http) => Page.NotFound(http, "Secret hand-over not found", "Check the address. The secret hand-over may belong to another system.");
}
