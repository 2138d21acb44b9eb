using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Lets the host's start validation load and check all files, so that their faults stand beside those of the settings.</summary>
internal sealed class RulebookOptionsValidation(RulebookLoader loader) : IValidateOptions<RulebookOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RulebookOptions options)
    {
        var report = new ConfigurationReport();
        loader.Load(options, report);
        return report.IsClean ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(report.Faults.Select(fault => fault.ToString()));
    }
}
