using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Gives the local administrator of a Windows device a new password (LAPS). Needs a beta endpoint.</summary>
internal sealed class RotateLocalAdminPassword(DeviceReader devices, DeviceActionSender sender, BetaGraph beta) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.rotate-local-admin-password",
        Title = "Rotate admin password (beta)",
        Press = "Rotate the local administrator password of {0} (beta)",
        Effect = "The device makes a new local administrator password; the old one is void. Uses an endpoint that Microsoft calls beta.",
        Undo = "Nothing to undo: the new password does what the old one did.",
        Requester = LocalizedText.Of(
            "The local administrator of your computer has a new password.",
            "Der lokale Administrator Ihres Rechners hat ein neues Kennwort.",
            "El administrador local de su equipo tiene una contraseña nueva.",
            "L'administrateur local de votre ordinateur a un nouveau mot de passe."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            "It is owned by the company.",
            "Graph:UseBetaEndpoints is on.",
        ],
        Captures = WhichDevice,
        Execution = "POST /beta/deviceManagement/managedDevices/{id}/rotateLocalAdminPassword.",
        Verification = ListedAsDone,
        NeverTouches = ["Accounts of the directory."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        IsBeta = true,
        VerifyFor = TimeSpan.FromDays(1),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["rotateLocalAdminPassword"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to rotate the administrator password.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        beta.PostAsync(client, $"/deviceManagement/managedDevices/{deviceId}/rotateLocalAdminPassword", cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device has a local administrator password in LAPS.";
}
