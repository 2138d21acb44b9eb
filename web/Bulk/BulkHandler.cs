using System.Buffers.Text;
using System.Security.Cryptography;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Bulk;

/// <summary>Many at once: the list of runs, and starting one. What becomes of a run is the desk's word, not this page's.</summary>
public sealed class BulkHandler(BulkService starts, BulkRunActions acts, BulkUndoService undos, BulkRuns runs, BulkView view, CatalogueView catalogue, ViewerAccess access)
{
    /// <summary>Largest form with a list: 2,000 lines of long addresses, as browsers encode them.</summary>
    public const long MaxFormBytes = 256 * 1024;

    private const int MaxListed = 50;
    private const int MinReason = 5;
    private const int MaxReason = 300;
    private const int FormBytes = 12;

    /// <summary><c>GET /bulk</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var newest = await runs.NewestAsync(http.RequestAborted).Take(MaxListed).ToListAsync(http.RequestAborted);
        return Page.Show<BulkListPage, BulkListModel>(
            http, new BulkListModel(newest, newest.ToDictionary(run => run.CaseId, view.TitleOf, StringComparer.Ordinal), [.. starts.Runbooks.Select(runbook => (runbook, catalogue.RunbookOff(runbook.Id)))], starts.Rules, NewForm()));
    }

    /// <summary><c>POST /bulk</c>: looks the list up; nothing is changed before an approval.</summary>
    public async Task<IResult> StartAsync(HttpContext http)
    {
        if (await RefusalAsync(http, "/bulk") is { } refusal)
            return refusal;
        var (form, runbook, list, group, person) = (http.Field("form"), http.Field("runbook"), http.LongField("list"), http.PlainField("group").Trim(), PageRequest.ViewerOf(http).Person);
        if (group.Length > 0 && list.Trim().Length > 0)
            return Page.Message(http, StatusCodes.Status400BadRequest, "A list or a group", "Both were given, and a run takes one. Nothing was started.", "/bulk", "Back");
        var start = group.Length > 0
            ? await starts.StartGroupAsync(form, runbook, Reason(http), group, person, http.RequestAborted)
            : await starts.StartAsync(form, runbook, Reason(http), list, person, null, http.RequestAborted);
        return Answer(http, start, "/bulk");
    }

    /// <summary><c>GET /bulk/{id}</c>: one run, as it is now.</summary>
    public async Task<IResult> ShowAsync(HttpContext http) =>
        await runs.FindAsync(http.Id(), http.RequestAborted) is { } run
            ? Page.Show<BulkPage, BulkModel>(http, await view.OfAsync(run, http.Query("show"), http.QueryNumber("page"), NewForm(), http.RequestAborted))
            : Page.NotFound(http, "There is no such run", "The address may be mistyped.");

    /// <summary><c>POST /bulk/{id}/ask</c>: asks for the approval of the list that was shown.</summary>
    public async Task<IResult> AskAsync(HttpContext http) =>
        await OperatorRefusalAsync(http)
        ?? Answer(http, await acts.AskAsync(http.Id(), http.Field("list-hash"), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/discard</c>: throws a list away.</summary>
    public async Task<IResult> DiscardAsync(HttpContext http) =>
        await OperatorRefusalAsync(http)
        ?? Answer(http, await acts.DiscardAsync(http.Id(), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/stop</c>: nothing new begins.</summary>
    public async Task<IResult> StopAsync(HttpContext http) =>
        await RefusalAsync(http, Url(http.Id()))
        ?? Answer(http, await acts.StopAsync(http.Id(), Reason(http), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/again</c>: a new run with what is left of a finished one.</summary>
    public async Task<IResult> StartAgainAsync(HttpContext http)
    {
        if (await RefusalAsync(http, Url(http.Id())) is { } refusal)
            return refusal;
        var (form, person) = (http.Field("form"), PageRequest.ViewerOf(http).Person);
        return await runs.FindAsync(http.Id(), http.RequestAborted) is { Undoes: not null }
            ? Answer(http, await undos.AskAgainAsync(http.Id(), form, Reason(http), person, http.RequestAborted))
            : Answer(http, await starts.StartAgainAsync(http.Id(), form, Reason(http), person, http.RequestAborted), Url(http.Id()));
    }

    /// <summary><c>POST /bulk/{id}/undo</c>: a new run that takes back what a finished one did.</summary>
    public async Task<IResult> UndoAsync(HttpContext http) =>
        await RefusalAsync(http, Url(http.Id()))
        ?? Answer(http, await undos.AskAsync(http.Id(), http.Field("form"), Reason(http), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary>Address of a run.</summary>
    internal static string Url(string caseId) => $"/bulk/{Uri.EscapeDataString(caseId)}";

    private IResult Answer(HttpContext http, BulkStart start, string back) => start switch
    {
        { CaseId: { } caseId } => See(http, Url(caseId)),
        { Kind: BulkStartKind.NoRunbook } => Page.Message(http, StatusCodes.Status400BadRequest, "Choose a runbook", "There is no such runbook for lists. Nothing was started.", back, "Back"),
        { Kind: BulkStartKind.TooManyLines } => Page.Message(
            http, StatusCodes.Status400BadRequest, "The list is too long", $"One run takes at most {starts.Rules.MostTargets:N0} lines (policy/bulk.yaml). Nothing was started; split the list.", back, "Back"),
        { Kind: BulkStartKind.NoGroup } => Page.Message(http, StatusCodes.Status400BadRequest, "The group cannot be the list", $"{start.Why} Nothing was started.", back, "Back"),
        _ => Page.Message(http, StatusCodes.Status400BadRequest, "The list is empty", "Paste mail addresses or object ids, one per line, or name a group. Nothing was started.", back, "Back"),
    };

    private static IResult Answer(HttpContext http, UndoAnswer answer) => answer.CaseId is { } caseId
        ? See(http, Url(caseId))
        : Page.Message(http, StatusCodes.Status409Conflict, "Nothing is undone", answer.WhyNot!, Url(http.Id()), "Back to the run");

    private static IResult Answer(HttpContext http, BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Done => See(http, Url(http.Id())),
        BulkOutcome.MovedOn => Page.Message(
            http, StatusCodes.Status409Conflict, "It has moved on", "The run is not as your page showed it any more. Nothing was done.", Url(http.Id()), "Show it as it is now"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "There is no such run", "The address may be mistyped.", "/bulk", "To the runs"),
    };

    private static IResult See(HttpContext http, string url)
    {
        http.Response.Headers.Location = url;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string Reason(HttpContext http) => http.PlainField("reason");

    private static string NewForm() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(FormBytes));

    private async Task<IResult?> OperatorRefusalAsync(HttpContext http) =>
        await access.IsOperatorNowAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted)
            ? null
            : Page.Forbidden(http, "Only members of the operator group may act on bulk runs, and the directory says that you are none any more.");

    private async Task<IResult?> RefusalAsync(HttpContext http, string back)
    {
        if (await OperatorRefusalAsync(http) is { } refusal)
            return refusal;
        return Reason(http).Length is < MinReason or > MaxReason
            ? Page.Message(http, StatusCodes.Status400BadRequest, "Say why", $"The reason is read by approvers and goes into the audit log; it must have {MinReason} to {MaxReason} characters. Nothing was done.", back, "Back")
            : null;
    }
}
