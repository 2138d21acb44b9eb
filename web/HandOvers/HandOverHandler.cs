using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.HandOvers;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.HandOvers;

/// <summary>Hand-overs of passes. Only the <c>POST</c> makes one, and its answer is the one place where it is shown (P3).</summary>
public sealed class HandOverHandler(HandOverDesk desk, CaseJournal journal, PersonNames names)
{
    private static readonly string Countdown = Read("countdown.js");

    /// <summary><c>GET /hand-overs/{id}</c>: shows whom the pass is for, and makes none.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await desk.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        return await ShowAsync(http, handOver, checkMissing: false, StatusCodes.Status200OK);
    }

    /// <summary><c>POST /hand-overs/{id}</c>: "Show pass".</summary>
    public async Task<IResult> ShowPassAsync(HttpContext http)
    {
        if (await desk.FindAsync(http.Id(), http.RequestAborted) is not { } handOver)
            return NoSuch(http);
        var check = http.FieldAs<IdentityCheckMethod>("check") is { } method ? new IdentityCheck(method, http.Field("note")) : null;
        var outcome = await desk.ShowPassAsync(handOver.HandOverId, PageRequest.ViewerOf(http).Person, check, http.RequestAborted);
        return outcome.Kind switch
        {
            PassOutcomeKind.Shown => Page.Show<PassPage, PassModel>(http, new PassModel(handOver, outcome, Countdown)),
            PassOutcomeKind.IdentityCheckNeeded => await ShowAsync(http, handOver, checkMissing: true, StatusCodes.Status400BadRequest),
            PassOutcomeKind.NotAllowed => Page.Forbidden(http, outcome.Message),
            PassOutcomeKind.AlreadyShown => Say(http, StatusCodes.Status409Conflict, "The pass was shown already", outcome),
            PassOutcomeKind.BeingShown => Say(http, StatusCodes.Status409Conflict, "The pass is being shown", outcome),
            PassOutcomeKind.Expired => Say(http, StatusCodes.Status410Gone, "It is too late", outcome),
            PassOutcomeKind.Failed => Say(http, StatusCodes.Status503ServiceUnavailable, "The pass could not be made", outcome),
            _ => NoSuch(http),
        };
    }

    private async Task<IResult> ShowAsync(HttpContext http, HandOver handOver, bool checkMissing, int status)
    {
        var viewer = PageRequest.ViewerOf(http);
        var entitlement = await desk.EntitlementAsync(handOver, viewer.Person, http.RequestAborted);
        if (entitlement.Kind == EntitlementKind.None && !viewer.SeesEverything)
            return Page.Forbidden(http, entitlement.WhyNot!);
        var record = await journal.FindAsync(handOver.CaseId, http.RequestAborted);
        var subject = await names.OfAsync(handOver.SubjectId, http.RequestAborted);
        var model = new HandOverModel(handOver, record?.Ticket.Number ?? handOver.CaseId, subject, entitlement, checkMissing, checkMissing ? http.Field("note") : "");
        return Page.Show<HandOverPage, HandOverModel>(http, model, status);
    }

    private static IResult Say(HttpContext http, int status, string title, PassOutcome outcome) =>
        Page.Message(http, status, title, outcome.Message, "/approvals", "To what waits");

    private static IResult NoSuch(HttpContext http) => Page.NotFound(http, "There is no such hand-over", "The address may be mistyped, or it was opened in another system.");

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(HandOverHandler).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
