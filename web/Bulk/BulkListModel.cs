using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Bulk;

/// <summary>What the list of bulk runs shows.</summary>
/// <param name="Runs">Runs, the newest first; at most 50.</param>
/// <param name="Titles">Titles of their runbooks, by case id.</param>
/// <param name="Runbooks">Runbooks that may be run on a list, with what of them is switched off.</param>
/// <param name="Rules">Limits of runs.</param>
/// <param name="Form">Names this form, so that pressing twice starts one run.</param>
public sealed record BulkListModel(
    IReadOnlyList<BulkRun> Runs, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<(Runbook Runbook, RunbookOff? Off)> Runbooks, BulkRules Rules, string Form);
