namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>How the last look for lost webhooks went.</summary>
/// <param name="LastRunAt">When it began, UTC.</param>
/// <param name="Systems">By ticket system.</param>
public sealed record ReconcileState(DateTimeOffset LastRunAt, IReadOnlyDictionary<string, ReconciledSystem> Systems);
