using System.Buffers.Text;
using System.Security.Cryptography;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Bulk;

/// <summary>Bulk runs: the list, one run, and what operators do with it. The bulk service decides what a run does.</summary>
public sealed class BulkHandler(BulkService service, BulkRunActions acts, BulkUndoService undos, BulkView view, CatalogueView catalogue, ViewerAccess access)
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
        var newest = await service.NewestAsync(http.RequestAborted).Take(MaxListed).ToListAsync(http.RequestAborted);
        return Page.Show<BulkListPage, BulkListModel>(
            http, new BulkListModel(newest, newest.ToDictionary(run => run.CaseId.Value, view.TitleOf, StringComparer.Ordinal), [.. service.Runbooks.Select(runbook => (runbook, catalogue.RunbookOff(runbook.Id)))], service.Rules, NewForm()));
    }

    /// <summary><c>POST /bulk</c>: checks the list; nothing changes before an approval.</summary>
    public async Task<IResult> StartAsync(HttpContext http)
    {
        if ((await RefusalAsync(http, "/bulk") ?? StepUp.Demand(http, Impact.High, "/bulk")) is { } refusal)
            return refusal;
        var (form, runbook, list, group, person) = (http.Field("form"), http.Field("runbook"), http.LongField("list"), http.PlainField("group").Trim(), PageRequest.ViewerOf(http).Person);
        if (group.Length > 0 && list.Trim().Length > 0)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Enter a list or a group", "Nothing was started, because a run takes either a list or a group, not both.", "/bulk", "Back");
        var start = group.Length > 0
            ? await service.StartGroupAsync(form, runbook, Reason(http), group, person, http.RequestAborted)
            : await service.StartAsync(form, runbook, Reason(http), list, person, null, http.RequestAborted);
        return Answer(http, start, "/bulk");
    }

    /// <summary><c>GET /bulk/{id}</c>: one run, as it is now.</summary>
    public async Task<IResult> ShowAsync(HttpContext http) =>
        await service.FindAsync(new CaseId(http.Id()), http.RequestAborted) is { } run
            ? Page.Show<BulkPage, BulkModel>(http, await view.OfAsync(run, http.Query("show"), http.QueryNumber("page"), NewForm(), http.RequestAborted))
            : Page.NotFound(http, "Run not found", "Check the address.");

    /// <summary><c>POST /bulk/{id}/ask</c>: requests the approval of the list that was shown.</summary>
    public async Task<IResult> AskAsync(HttpContext http) =>
        await OperatorRefusalAsync(http)
        ?? StepUp.Demand(http, Impact.High, Url(http.Id()))
        ?? Answer(http, await acts.AskAsync(new CaseId(http.Id()), http.Field("list-hash"), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/discard</c>: discards a list.</summary>
    public async Task<IResult> DiscardAsync(HttpContext http) =>
        await OperatorRefusalAsync(http)
        ?? Answer(http, await acts.DiscardAsync(new CaseId(http.Id()), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/stop</c>: nothing new begins.</summary>
    public async Task<IResult> StopAsync(HttpContext http) =>
        await RefusalAsync(http, Url(http.Id()))
        ?? Answer(http, await acts.StopAsync(new CaseId(http.Id()), Reason(http), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary><c>POST /bulk/{id}/again</c>: a new run with what is left of a finished one.</summary>
    public async Task<IResult> StartAgainAsync(HttpContext http)
    {
        if ((await RefusalAsync(http, Url(http.Id())) ?? StepUp.Demand(http, Impact.High, Url(http.Id()))) is { } refusal)
            return refusal;
        var (form, person) = (http.Field("form"), PageRequest.ViewerOf(http).Person);
        return await service.FindAsync(new CaseId(http.Id()), http.RequestAborted) is { Undoes: not null }
            ? Answer(http, await undos.AskAgainAsync(new CaseId(http.Id()), form, Reason(http), person, http.RequestAborted))
            : Answer(http, await service.StartAgainAsync(new CaseId(http.Id()), form, Reason(http), person, http.RequestAborted), Url(http.Id()));
    }

    /// <summary><c>POST /bulk/{id}/undo</c>: a new run that undoes a finished one.</summary>
    public async Task<IResult> UndoAsync(HttpContext http) =>
        await RefusalAsync(http, Url(http.Id()))
        ?? StepUp.Demand(http, Impact.High, Url(http.Id()))
        ?? Answer(http, await undos.AskAsync(new CaseId(http.Id()), http.Field("form"), Reason(http), PageRequest.ViewerOf(http).Person, http.RequestAborted));

    /// <summary>Address of a run.</summary>
    internal static string Url(string caseId) => $"/bulk/{Uri.EscapeDataString(caseId)}";

    private IResult Answer(HttpContext http, BulkStart start, string back) => start switch
    {
        { CaseId: { } caseId } => SeeOther.To(http, Url(caseId)),
        { Kind: BulkStartKind.NoRunbook } => Page.Message(http, StatusCodes.Status400BadRequest, "Choose a runbook", "Nothing was started, because this runbook isn't available for bulk runs.", back, "Back"),
        { Kind: BulkStartKind.TooManyLines } => Page.Message(
            http, StatusCodes.Status400BadRequest, "The list is too long", $"Nothing was started. A run takes at most {service.Rules.MostTargets:N0} lines. Split the list.", back, "Back"),
        { Kind: BulkStartKind.NoGroup } => Page.Message(http, StatusCodes.Status400BadRequest, "This group can't be used", $"Nothing was started. {start.Why}", back, "Back"),
        _ => Page.Message(http, StatusCodes.Status400BadRequest, "The list is empty", "Nothing was started. Enter email addresses or object IDs, one per line, or a group.", back, "Back"),
    };

    private static IResult Answer(HttpContext http, UndoAnswer answer) => answer.CaseId is { } caseId
        ? SeeOther.To(http, Url(caseId))
        : Page.Message(http, StatusCodes.Status409Conflict, "Nothing was undone", answer.WhyNot!, Url(http.Id()), "Back to the run");

    private static IResult Answer(HttpContext http, BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Done => SeeOther.To(http, Url(http.Id())),
        BulkOutcome.MovedOn => Page.Message(
            http, StatusCodes.Status409Conflict, "The run has changed", "Nothing was done, because the run changed after you opened the page.", Url(http.Id()), "Refresh"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "Run not found", "Check the address.", "/bulk", "Bulk runs"),
    };

    private static string Reason(HttpContext http) => http.PlainField("reason");

    private static string NewForm() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(FormBytes));

    private async Task<IResult?> OperatorRefusalAsync(HttpContext http) =>
        await access.WhyNotOperatorAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted) is { } why ? Page.NotOperator(http, "bulk runs", why) : null;

    private async Task<IResult?> RefusalAsync(HttpContext http, string back)
    {
        if (await OperatorRefusalAsync(http) is { } refusal)
            return refusal;
        return Reason(http).Length is < MinReason or > MaxReason
            ? Page.Message(http, StatusCodes.Status400BadRequest, "Enter a reason", $"Nothing was done. Enter a reason of {MinReason} to {MaxReason} characters for approvers and the audit log.", back, "Back")
            : null;
    }
}
