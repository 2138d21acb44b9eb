using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Lets an entitled person see the BitLocker recovery keys of a computer. Reads none itself.</summary>
internal sealed class ShowBitLockerKey(DeviceReader devices, BitLockerReader keys, RotateBitLockerKeys? rotation = null) : DeviceSecret(devices, rotation)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.show-bitlocker-key",
        Title = "BitLocker recovery key",
        Press = "Get the BitLocker recovery key of {0}",
        Effect = "An entitled person of the service desk sees the recovery key of the computer's disk, once.",
        Undo = rotation is null
            ? "Cannot be undone: who saw the key can read the disk until the keys are rotated in Intune."
            : "The keys are rotated: the one that was shown opens nothing after the next contact.",
        Requester = LocalizedText.Of(
            "The service desk was shown the BitLocker recovery key of your computer to help you.",
            "Der Service Desk hat den BitLocker-Wiederherstellungsschlüssel Ihres Rechners gesehen, um Ihnen zu helfen.",
            "El servicio de asistencia ha visto la clave de recuperación de BitLocker de su equipo para ayudarle.",
            "Le centre de services a consulté la clé de récupération BitLocker de votre ordinateur pour vous aider."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It is owned by the company and has a primary user.",
            "It runs Windows and has a recovery key in Entra.",
        ],
        Captures = "User, ownership and serial number of the device, and which secret it has, without the secret.",
        Execution = "GET /informationProtection/bitlocker/recoveryKeys/{id}?$select=key, at the press of an entitled person and never before.",
        Verification = "The key is still in Entra; Entra's own audit log records the reading, too.",
        NeverTouches = ["Data on the disk."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = rotation is null ? Reversibility.Irreversible : Reversibility.Undoable,
        Permissions = [BitLockerReader.Permission, Reading],
        Parameters = ["expiresAfter"],
        TouchesCredentials = true,
        IsHandOver = true,
        Secret = SecretKind.BitLockerKey,
        VerifyFor = rotation is null ? TimeSpan.FromMinutes(5) : RotatedWithin,
        VerifyEvery = rotation is null ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override string Name => "BitLocker recovery key";

    /// <inheritdoc />
    protected override string Missing => "Entra holds no BitLocker recovery key of this device: check that its disk is encrypted and that keys are backed up to Entra.";

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) => DeviceAction.Runs(device, "Windows") ? null : "Only a Windows device has BitLocker keys.";

    /// <inheritdoc />
    protected override async Task<string?> VersionAsync(ManagedDevice device, CancellationToken cancellation) =>
        await keys.NewestAsync(device.AzureADDeviceId, cancellation) is [var newest, ..] ? newest.Id : null;

    /// <inheritdoc />
    protected override string VersionText(string version) => $"The newest key has the id {version}.";
}
