using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Runbooks;

/// <summary>What the page of a runbook shows.</summary>
/// <param name="Runbook">The runbook.</param>
/// <param name="Switch">How far it may go.</param>
/// <param name="Off">What of it is switched off; null = nothing.</param>
/// <param name="Intents">Titles of its intents.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Flow">The picture.</param>
/// <param name="Outcome">What must be true for the person; empty for bulk runs.</param>
public sealed record RunbookModel(Runbook Runbook, RunbookSwitch Switch, RunbookOff? Off, IReadOnlyList<string> Intents, IReadOnlyList<DrawnStep> Steps, FlowDrawing Flow, IReadOnlyList<OutcomeCondition> Outcome);
