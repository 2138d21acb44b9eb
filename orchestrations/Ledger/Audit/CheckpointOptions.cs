using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>How often the audit log is signed (section <c>Audit</c>); validated at start.</summary>
public sealed class CheckpointOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Audit";

    /// <summary>Longest time between an entry and the checkpoint that covers it; 1 second to 1 hour, default 1 minute. Setting <c>Audit:CheckpointEvery</c>.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Entries after which a checkpoint is taken at once; 1 to 100000, default 500, so that a busy minute is cut short. Setting <c>Audit:CheckpointAfterEntries</c>.</summary>
    public int CheckpointAfterEntries { get; set; } = 500;

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (CheckpointEvery < TimeSpan.FromSeconds(1) || CheckpointEvery > TimeSpan.FromHours(1))
            yield return $"{Section}:CheckpointEvery must be 1 second to 1 hour.";
        if (CheckpointAfterEntries is < 1 or > 100_000)
            yield return $"{Section}:CheckpointAfterEntries must be 1 to 100000.";
    }
}

/// <summary>Checks <see cref="CheckpointOptions"/> at start.</summary>
internal sealed class CheckpointOptionsValidator : IValidateOptions<CheckpointOptions>
{
    public ValidateOptionsResult Validate(string? name, CheckpointOptions options) =>
        options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
