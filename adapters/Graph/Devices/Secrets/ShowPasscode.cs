using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Lets an entitled person see the new code of a device whose code was reset. Reads none itself.</summary>
internal sealed class ShowPasscode(DeviceReader devices, PasscodeReader passcodes) : DeviceSecret(devices, null)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.show-passcode",
        Title = "New device passcode",
        Press = "Get a new passcode for {0}",
        Effect = "An entitled person of the service desk sees the new code that a reset gave an Android device, once.",
        Undo = "Cannot be undone: who saw the code knows it until the person sets one of their own.",
        Requester = LocalizedText.Of(
            "The service desk was shown the new code of your device to give it to you.",
            "Der Service Desk hat den neuen Code Ihres Geräts gesehen, um ihn Ihnen zu geben.",
            "El servicio de asistencia ha visto el nuevo código de su dispositivo para dárselo.",
            "Le centre de services a consulté le nouveau code de votre appareil pour vous le donner."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It is owned by the company and has a primary user.",
            "It runs Android; the code of an iPhone or iPad is removed and no new one made.",
            "Its code was reset within the last two days.",
        ],
        Captures = "User, ownership and serial number of the device, and which secret it has, without the secret.",
        Execution = "Reads deviceActionResults of GET /deviceManagement/managedDevices/{id}, at the press of an entitled person and never before.",
        Verification = "Intune still lists the reset with its new code.",
        NeverTouches = ["Data on the device."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Reading],
        TouchesCredentials = true,
        IsHandOver = true,
        Secret = SecretKind.DevicePasscode,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    protected override string Name => "passcode";

    /// <inheritdoc />
    protected override string Missing => "Intune lists no new code of this device.";

    /// <inheritdoc />
    protected override bool MustExistBefore => false;

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        DeviceAction.Runs(device, "Android") ? null : "Only an Android device gets a new code; the code of an iPhone or iPad is removed, and its user sets a new one.";

    // No version is kept: the reset before it in the plan makes the code, and drift would be measured against nothing.
    /// <inheritdoc />
    protected override Task<string?> VersionAsync(ManagedDevice device, CancellationToken cancellation) =>
        Task.FromResult(passcodes.NewestOf(device) is { StartDateTime: { } at } ? At(at) : null);

    /// <inheritdoc />
    protected override string VersionText(string version) => $"Its code was reset {version}.";
}
