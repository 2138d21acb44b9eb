namespace HelpDesk.Orchestrations.Domain.Policy.Modes;

/// <summary>The switch of one runbook.</summary>
/// <param name="Mode">How far it may go.</param>
/// <param name="Rollout">Per cent of cases, 0 to 100, for which <see cref="RunbookMode.Auto"/> counts; the others need an approval.</param>
public sealed record RunbookSwitch(RunbookMode Mode, int Rollout = 100);
