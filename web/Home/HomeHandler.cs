using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Approvals;
using HelpDesk.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Home;

/// <summary>The home page.</summary>
public sealed class HomeHandler(KillSwitch killSwitch, WaitingList waiting, CaseStore caseStore, AttentionList attention, PersonNames names, TimeProvider time)
{
    private const int MaxWorking = 10;

    /// <summary><c>GET /</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var viewer = PageRequest.ViewerOf(http);
        var state = await killSwitch.StateAsync(cancellation);
        var by = await names.OfActorAsync(state.By, cancellation);
        var (approvals, handOvers) = (await waiting.ApprovalsAsync(viewer, new WaitingQuery(), cancellation), await waiting.HandOversAsync(viewer, new WaitingQuery(), cancellation));
        var items = new WaitingPage([.. approvals.Items.Concat(handOvers.Items).OrderBy(item => item.Since)], approvals.Total + handOvers.Total, 1);
        if (!viewer.SeesEverything)
            return Page.Show<HomePage, HomeModel>(http, new HomeModel(state, by, items, null, [], Attention.None));

        var day = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var cases = await caseStore.Board.ListAsync(cancellation).ToListAsync(cancellation);
        var working = new List<CaseRecord>();
        foreach (var (caseId, _) in cases.Where(item => item.Line.State == CaseState.Working).OrderByDescending(item => item.Line.UpdatedAt).Take(MaxWorking))
        {
            if (await caseStore.FindAsync(caseId, cancellation) is { State: CaseState.Working } record)
                working.Add(record);
        }

        var figures = DayFigures.Of([.. cases.Select(item => item.Line)], day);
        return Page.Show<HomePage, HomeModel>(http, new HomeModel(state, by, items, figures, working, await attention.NowAsync(cancellation)));
    }
}
