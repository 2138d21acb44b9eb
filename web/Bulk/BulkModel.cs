using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Bulk;

/// <summary>What the page of a bulk run shows.</summary>
/// <param name="Run">The run.</param>
/// <param name="RunbookTitle">Title of its runbook.</param>
/// <param name="Off">What of its runbook is switched off now; null = nothing.</param>
/// <param name="Limits">Its limits; null before the list is frozen.</param>
/// <param name="Waves">Its waves.</param>
/// <param name="All">All of them together.</param>
/// <param name="Gate">Its approval; null before it is requested.</param>
/// <param name="Approvers">Who may decide.</param>
/// <param name="Table">Which table is shown below.</param>
/// <param name="Lines">One page of it.</param>
/// <param name="Total">How many lines it has.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Titles">Titles of remediations, by id.</param>
/// <param name="Form">Names the form that starts a new run.</param>
/// <param name="Undo">What can be undone; null while it has not ended, and for an undo.</param>
/// <param name="Script">Refreshes the page every few seconds; null when nothing changes.</param>
public sealed record BulkModel(
    BulkRun Run, string RunbookTitle, RunbookOff? Off, BulkLimits? Limits, IReadOnlyList<BulkWaveLine> Waves, BulkWaveLine All, ApprovalRequest? Gate, string? Approvers,
    BulkTable Table, IReadOnlyList<BulkTableLine> Lines, int Total, int Page, IReadOnlyDictionary<string, string> Titles, string Form, BulkUndoOffer? Undo, string? Script)
{
    /// <summary>Lines of one page of a table.</summary>
    public const int PageSize = 50;

    /// <summary>True when the table goes on.</summary>
    public bool HasMore => Page * PageSize < Total;
}
