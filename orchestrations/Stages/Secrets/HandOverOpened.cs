namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>A hand-over that was opened.</summary>
/// <param name="HandOverId">Its id.</param>
/// <param name="ExpiresAt">Until when it may be collected, UTC.</param>
public sealed record HandOverOpened(string HandOverId, DateTimeOffset ExpiresAt);
