namespace HelpDesk.Orchestrations.Policy.Invariants;

/// <summary>
/// A wipe, a Fresh Start or a reset code reaches a person's own pictures and messages too: a personal device is retired, and nothing else of
/// the kind. Nor is it located or opened.
/// </summary>
public sealed class PersonalDevicesAreNeverWiped : PolicyRule
{
    private static readonly HashSet<string> Wiping = new(StringComparer.Ordinal)
    {
        "device.wipe", "device.wipe-keep-enrolment", "device.wipe-keep-data", "device.fresh-start", "device.fresh-start-keep-data", "device.reset-passcode",
        "device.locate", "device.bypass-activation-lock", "device.show-passcode", "device.show-bitlocker-key", "device.show-local-admin-password",
    };

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Plan.Steps.FirstOrDefault(step => Wiping.Contains(step.Remediation) && input.Devices.GetValueOrDefault(step.TargetId) is not { IsCompanyOwned: true }) is { } wipe
            ? Refuse($"The step '{wipe.Id}' would wipe, open or locate a device that the company does not own.")
            : null;
}
