using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// A wipe, a Fresh Start or a reset deletes a person's own pictures and messages too: a personal device is retired, never erased. What
/// erases is said by the catalogue; what the catalogue does not describe counts as erasing.
/// </summary>
public sealed class PersonalDevicesAreNeverWiped : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Steps.FirstOrDefault(step => Erases(step.Step, step.Descriptor) && input.Devices.GetValueOrDefault(step.Step.TargetId) is not { IsCompanyOwned: true }) is { Step: { } wipe }
            ? Refuse($"The step '{wipe.Id}' would erase a device that the company does not own.")
            : null;

    private static bool Erases(PlanStep step, RemediationDescriptor? descriptor) => descriptor?.ErasesDevice ?? step.TargetKind == TargetKind.Device;
}
