namespace HelpDesk.Orchestrations.Policy.Invariants;

/// <summary>A wipe deletes a person's own pictures and messages too: a personal device is retired, never wiped.</summary>
public sealed class PersonalDevicesAreNeverWiped : PolicyRule
{
    private const string Wipe = "device.wipe";

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Plan.Steps.FirstOrDefault(step => step.Remediation == Wipe && input.Devices.GetValueOrDefault(step.TargetId) is not { IsCompanyOwned: true }) is { } wipe
            ? Refuse($"The step '{wipe.Id}' would wipe a device that the company does not own.")
            : null;
}
