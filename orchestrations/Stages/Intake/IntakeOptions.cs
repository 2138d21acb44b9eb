using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Settings of intake; validated at start.</summary>
public sealed class IntakeOptions
{
    /// <summary>How often ticket systems are asked for tickets whose webhook was lost; 10 seconds to 1 day, default 5 minutes. Setting <c>Intake:ReconcileEvery</c>.</summary>
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How far each query reaches behind the last one, because a ticket system's lists lag behind its writes; 1 minute to 1 day,
    /// default 10 minutes. Setting <c>Intake:ReconcileOverlap</c>.
    /// </summary>
    public TimeSpan ReconcileOverlap { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>Checks <see cref="IntakeOptions"/> at start, all faults in one report.</summary>
internal sealed class IntakeOptionsValidator : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        var faults = new List<string>();
        if (options.ReconcileEvery < TimeSpan.FromSeconds(10) || options.ReconcileEvery > TimeSpan.FromDays(1))
            faults.Add("Intake:ReconcileEvery must be a time from 00:00:10 to 1.00:00:00.");
        if (options.ReconcileOverlap < TimeSpan.FromMinutes(1) || options.ReconcileOverlap > TimeSpan.FromDays(1))
            faults.Add("Intake:ReconcileOverlap must be a time from 00:01:00 to 1.00:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
