using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Understanding;

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
