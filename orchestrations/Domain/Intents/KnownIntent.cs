namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>An intent as the loader needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRemediable">True when a runbook may answer it.</param>
public sealed record KnownIntent(string Id, bool IsRemediable);
