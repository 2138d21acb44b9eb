using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>A device that belongs to a person is not acted on without a second look.</summary>
public sealed class PersonalDevicesNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Plan.Steps.Any(step => step.TargetKind == TargetKind.Device && input.Devices.GetValueOrDefault(step.TargetId) is not { IsCompanyOwned: true })
            ? NeedsApproval("A personal device is concerned (policy/demands.yaml).")
            : null;
}
