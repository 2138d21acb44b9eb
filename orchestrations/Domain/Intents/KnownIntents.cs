namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>The closed list of intents, as the loader needs it.</summary>
internal static class KnownIntents
{
    public static IReadOnlyList<KnownIntent> All { get; } = [.. IntentCatalogue.All.Select(intent => new KnownIntent(intent.Id, intent.IsRemediable))];
}

/// <summary>An intent as the loader needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRemediable">True when a runbook may answer it.</param>
public sealed record KnownIntent(string Id, bool IsRemediable);
