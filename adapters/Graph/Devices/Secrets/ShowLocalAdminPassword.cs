using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Lets an entitled person see the local administrator password of a computer (Windows LAPS). Reads none itself.</summary>
internal sealed class ShowLocalAdminPassword(DeviceReader devices, LapsReader laps, RotateLocalAdminPassword? rotation = null) : DeviceSecret(devices, rotation)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.show-local-admin-password",
        Title = "Local administrator password",
        Press = "Get the local administrator password of {0}",
        Effect = "An entitled person of the service desk sees the password of the computer's local administrator, once.",
        Undo = rotation is null
            ? "Cannot be undone: who saw it knows it until LAPS changes it at its own date."
            : "The password is rotated: the one that was shown is void at the next contact.",
        Requester = LocalizedText.Of(
            "The service desk was shown the local administrator password of your computer to help you.",
            "Der Service Desk hat das lokale Administratorkennwort Ihres Rechners gesehen, um Ihnen zu helfen.",
            "El servicio de asistencia ha visto la contraseña de administrador local de su equipo para ayudarle.",
            "Le centre de services a consulté le mot de passe administrateur local de votre ordinateur pour vous aider."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It is owned by the company and has a primary user.",
            "It runs Windows and has a LAPS entry in Entra.",
        ],
        Captures = "User, ownership and serial number of the device, and which secret it has, without the secret.",
        Execution = "GET /directory/deviceLocalCredentials/{deviceId}?$select=credentials, at the press of an entitled person and never before.",
        Verification = "The LAPS entry is unchanged; the audit log says who saw it.",
        NeverTouches = ["Accounts of the directory.", "Data on the device."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = rotation is null ? Reversibility.Irreversible : Reversibility.Undoable,
        Permissions = [LapsReader.Permission, Reading],
        Parameters = ["expiresAfter"],
        TouchesCredentials = true,
        IsHandOver = true,
        Secret = SecretKind.LocalAdminPassword,
        VerifyFor = rotation is null ? TimeSpan.FromMinutes(5) : RotatedWithin,
        VerifyEvery = rotation is null ? TimeSpan.FromSeconds(10) : TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override string Name => "local administrator password";

    /// <inheritdoc />
    protected override string Missing => "The device has no LAPS entry in Entra: check that Windows LAPS is on for it and backs up to Entra.";

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        DeviceAction.Runs(device, "Windows") ? null : "Only a Windows device has a local administrator password in LAPS.";

    /// <inheritdoc />
    protected override async Task<string?> VersionAsync(ManagedDevice device, CancellationToken cancellation) =>
        await laps.ChangedAtAsync(device.AzureADDeviceId, cancellation) is { } at ? At(at) : null;

    /// <inheritdoc />
    protected override string VersionText(string version) => $"LAPS last changed the password {version}.";
}
