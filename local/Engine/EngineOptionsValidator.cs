using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Engine;

/// <summary>Checks <see cref="EngineOptions"/> at start, all errors in one report.</summary>
internal sealed class EngineOptionsValidator : IValidateOptions<EngineOptions>
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, EngineOptions options)
    {
        var errors = new List<string>();
        Require(!string.IsNullOrWhiteSpace(options.DatabasePath), nameof(options.DatabasePath), "the path of a file");
        Require(options.MaxConcurrentActivities is >= 1 and <= 10_000, nameof(options.MaxConcurrentActivities), "1 to 10,000");
        Require(options.MaxActivitiesPerShare is >= 1 and <= 10_000, nameof(options.MaxActivitiesPerShare), "1 to 10,000");
        Require(options.MaxConcurrentTurns is >= 1 and <= 1_024, nameof(options.MaxConcurrentTurns), "1 to 1,024");
        Require(options.MaxPending is >= 1 and <= 1_000_000, nameof(options.MaxPending), "1 to 1,000,000");
        Require(options.MaxLiveInstances is >= 0 and <= 1_000_000, nameof(options.MaxLiveInstances), "0 to 1,000,000");
        Require(options.Retention >= TimeSpan.FromMinutes(1), nameof(options.Retention), "at least a minute");
        Require(options.PurgeEvery >= TimeSpan.FromSeconds(1), nameof(options.PurgeEvery), "at least a second");
        Require(options.BusyTimeout >= TimeSpan.Zero && options.BusyTimeout <= FiveMinutes, nameof(options.BusyTimeout), "0 to 5 minutes");
        Require(options.StopTimeout >= TimeSpan.Zero && options.StopTimeout <= FiveMinutes, nameof(options.StopTimeout), "0 to 5 minutes");
        Require(options.CheckUpToBytes >= 0, nameof(options.CheckUpToBytes), "0 or more");
        Require(options.MaxPages is null or >= 1, nameof(options.MaxPages), "1 or more, or nothing");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                errors.Add($"Engine:{setting} must be {wanted}.");
        }
    }
}
