using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Proof;

/// <summary>Where a manager says how they recognised a person and gets a one-time code for them: in one answer, and nowhere else (P3).</summary>
public sealed class VouchHandler(VoucherService service, ProofLinks links, CaseStore caseStore)
{
    /// <summary><c>GET /vouch/{id}</c>: asks how; gives nothing.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await service.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        return await service.WhyNotAsync(handOver, PageRequest.ViewerOf(http).Person, http.RequestAborted) is { } whyNot
            ? Page.Forbidden(http, whyNot)
            : await ShowAsync(http, handOver, StatusCodes.Status200OK);
    }

    /// <summary><c>POST /vouch/{id}</c>: gives the code.</summary>
    public async Task<IResult> GiveAsync(HttpContext http)
    {
        if (await service.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        if (StepUp.Demand(http, Impact.High, $"/vouch/{Uri.EscapeDataString(handOver.HandOverId)}") is { } demand)
            return demand;
        var person = PageRequest.ViewerOf(http).Person;
        if (await service.WhyNotAsync(handOver, person, http.RequestAborted) is { } whyNot)
            return Page.Forbidden(http, whyNot);
        if (http.FieldAs<IdentityCheckMethod>("check") is not { } method)
            return await ShowAsync(http, handOver, StatusCodes.Status400BadRequest, methodMissing: true);
        var code = OneTimeCode.Make();
        var (until, refused) = await service.GiveAsync(handOver.HandOverId, person, method, code, http.RequestAborted);
        if (until is null)
            return Page.Forbidden(http, refused!);
        // Two people, two devices: this browser enters no code.
        ProofBrowser.MarkGiver(http);
        return await ShowAsync(http, handOver, StatusCodes.Status200OK, code, until);
    }

    private async Task<IResult> ShowAsync(HttpContext http, HandOver handOver, int status, string? code = null, DateTimeOffset? until = null, bool methodMissing = false)
    {
        var number = (await caseStore.FindAsync(handOver.CaseId, http.RequestAborted))?.Ticket.Number ?? handOver.CaseId;
        return Page.Show<VouchPage, VouchModel>(http, new VouchModel(handOver, number, code, until, links.LinkFor(handOver.CaseId), methodMissing), status);
    }

    private static IResult NoSuch(HttpContext http) => Page.NotFound(http, "Request not found", "Check the address. The request may belong to another system.");
}
