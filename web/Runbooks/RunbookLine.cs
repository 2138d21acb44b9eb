using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Runbooks;

/// <summary>A runbook in the list.</summary>
/// <param name="Runbook">The runbook.</param>
/// <param name="Switch">How far it may go.</param>
/// <param name="Impact">The highest impact of its steps.</param>
/// <param name="Off">What of it is switched off; null = nothing.</param>
public sealed record RunbookLine(Runbook Runbook, RunbookSwitch Switch, Impact Impact, RunbookOff? Off);
