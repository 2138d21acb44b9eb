using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>How triage asks. Section <c>Triage</c>.</summary>
public sealed class TriageOptions
{
    /// <summary>Setting of <see cref="ModelTimeout"/>.</summary>
    public const string ModelTimeoutSetting = "Triage:ModelTimeout";

    /// <summary>
    /// How long one model may take before it counts as failed and the embedded classifier is asked. 1 second to 2 minutes.
    /// Default 20 seconds, chosen because the first use of a strict schema is compiled by the service and takes several.
    /// </summary>
    public TimeSpan ModelTimeout { get; set; } = TimeSpan.FromSeconds(20);
}

/// <summary>Refuses time-outs with which triage would never or only seldom answer.</summary>
internal sealed class TriageOptionsValidator : IValidateOptions<TriageOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    public ValidateOptionsResult Validate(string? name, TriageOptions options) =>
        options.ModelTimeout >= Least && options.ModelTimeout <= Most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{TriageOptions.ModelTimeoutSetting} must be a time from {Least} to {Most}.");
}
