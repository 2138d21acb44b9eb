using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Where intents, runbooks and policy lie, and what settings override in them.</summary>
public sealed class RulebookOptions
{
    /// <summary>Setting of <see cref="RunbooksDirectory"/>.</summary>
    public const string RunbooksSetting = "Runbooks:Directory";

    /// <summary>Setting of <see cref="PolicyDirectory"/>.</summary>
    public const string PolicySetting = "Policy:Directory";

    /// <summary>Section of <see cref="ApproverGroupIds"/>: <c>Policy:Approvers:name</c> = Entra group id.</summary>
    public const string ApproversSection = "Policy:Approvers";

    /// <summary>Setting of <see cref="IntentsDirectory"/>.</summary>
    public const string IntentsSetting = "Intents:Directory";

    /// <summary>Setting of <see cref="OwnDirectory"/>.</summary>
    public const string OwnSetting = "HelpDesk:Rulebook";

    /// <summary>
    /// An organisation's own folder with <c>intents/</c>, <c>runbooks/</c> and <c>policy/</c>, all optional. A file of the same name replaces a
    /// shipped one, others are added. Default: none.
    /// </summary>
    public string? OwnDirectory { get; set; }

    /// <summary>Folder of the intents. Default: <c>intents</c> beside the program.</summary>
    public string IntentsDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "intents");

    /// <summary>Folder of the runbooks. Default: <c>runbooks</c> beside the program.</summary>
    public string RunbooksDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "runbooks");

    /// <summary>Folder of the policy files. Default: <c>policy</c> beside the program.</summary>
    public string PolicyDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "policy");

    /// <summary>Entra group ids by approver group name, which win over <c>policy/approvers.yaml</c>: they differ between tenants, the rules do not.</summary>
    public Dictionary<string, string> ApproverGroupIds { get; } = new(StringComparer.Ordinal);

    /// <summary>True when other options name the same files and groups.</summary>
    public bool IsSame(RulebookOptions other) =>
        (OwnDirectory, IntentsDirectory, RunbooksDirectory, PolicyDirectory) == (other.OwnDirectory, other.IntentsDirectory, other.RunbooksDirectory, other.PolicyDirectory)
        && ApproverGroupIds.Count == other.ApproverGroupIds.Count
        && ApproverGroupIds.All(group => other.ApproverGroupIds.TryGetValue(group.Key, out var id) && id == group.Value);
}

/// <summary>Lets the host's start validation load and check all files, so that their errors are listed beside those of the settings.</summary>
internal sealed class RulebookOptionsValidation(RulebookLoader loader) : IValidateOptions<RulebookOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RulebookOptions options)
    {
        var report = new ConfigurationReport();
        loader.LoadOnce(options, report);
        return report.IsClean ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(report.Faults.Select(fault => fault.ToString()));
    }
}
