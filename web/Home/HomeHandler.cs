using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Routing;
using HelpDesk.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Home;

/// <summary>The first page, and the kill switch on it.</summary>
public sealed class HomeHandler(
    KillSwitch killSwitch, WaitingList waiting, CaseStore caseStore, IWorkflowClient workflows, TimerOverview timers, DeadLetters deadLetters,
    PersonNames names, ViewerAccess access, TimeProvider time)
{
    private const int MaxWorking = 10;
    private const int MinReason = 5;
    private const int MaxReason = 300;

    /// <summary><c>GET /</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var viewer = PageRequest.ViewerOf(http);
        var state = await killSwitch.StateAsync(cancellation);
        var by = await names.OfActorAsync(state.By, cancellation);
        var items = await waiting.ForAsync(viewer, cancellation);
        if (!viewer.SeesEverything)
            return Page.Show<HomePage, HomeModel>(http, new HomeModel(state, by, items, null, [], 0, 0, []));

        var day = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var cases = await caseStore.Board.ListAsync(cancellation).ToListAsync(cancellation);

        var suspended = 0;
        await foreach (var _ in workflows.ListAsync(WorkflowState.Suspended, cancellation))
            suspended++;
        var late = (await timers.ListAsync(cancellation)).Where(timer => timer.NeedsAttention).Select(timer => timer.Plan.Name).ToList();
        var working = new List<CaseRecord>();
        foreach (var (caseId, _) in cases.Where(item => item.Line.State == CaseState.Working).OrderByDescending(item => item.Line.UpdatedAt).Take(MaxWorking))
        {
            if (await caseStore.FindAsync(caseId, cancellation) is { State: CaseState.Working } record)
                working.Add(record);
        }

        return Page.Show<HomePage, HomeModel>(http, new HomeModel(state, by, items, DayFigures.Of([.. cases.Select(item => item.Line)], day), working, suspended, (await deadLetters.OpenAsync(cancellation)).Open, late));
    }

    /// <summary><c>POST /kill-switch</c>: an operator stops or allows all automatic changes, with a reason.</summary>
    public async Task<IResult> MoveKillSwitchAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (!await access.IsOperatorNowAsync(viewer.Person, http.RequestAborted))
            return Page.Forbidden(http, "Only members of the operator group may move the kill switch, and the directory says that you are none any more.");
        var reason = string.Concat(http.Field("reason").Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));
        if (http.Field("to") is not ("on" or "off") || reason.Length is < MinReason or > MaxReason)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Say why", $"The reason goes into the audit log and must have {MinReason} to {MaxReason} characters. Nothing was changed.");
        if (http.Field("sure") != "yes")
            return Page.Message(http, StatusCodes.Status400BadRequest, "Confirm it", "Tick the box that says what will happen. Nothing was changed.");
        await killSwitch.SetAsync(http.Field("to") == "on", $"person:{viewer.Person.ObjectId}", reason, http.RequestAborted);
        http.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
