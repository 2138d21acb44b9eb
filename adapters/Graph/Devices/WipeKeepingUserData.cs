using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.Wipe;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company computer and leaves the files of the person.</summary>
internal sealed class WipeKeepingUserData(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe-keep-data",
        Title = "Wipe, user data kept",
        Effect = "The device is reset and leaves management; the files of the person stay, applications are lost.",
        Undo = "Cannot be undone: applications and settings are gone and the device must be enrolled again.",
        Requester = LocalizedText.Of(
            "Your computer was reset; your files are still there.",
            "Ihr Rechner wurde zurückgesetzt; Ihre Dateien sind noch da.",
            "Su equipo se ha restablecido; sus archivos siguen ahí.",
            "Votre ordinateur a été réinitialisé ; vos fichiers sont toujours là."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It runs Windows.",
            "It is owned by the company; a private device is retired instead.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData false and keepUserData true.",
        Verification = "The device is gone from Intune, or the action shows as done.",
        NeverTouches = ["Files in the profile of the person."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Privileged, Reading],
        ErasesDevice = true,
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromDays(3),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["wipe", "factoryReset"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to reset itself.";

    /// <inheritdoc />
    protected override bool EndsEnrolment => true;

    /// <inheritdoc />
    protected override bool IsOneOfSeveralKinds => true;

    /// <inheritdoc />
    protected override bool IsIssued(ManagedDevice device) => StateIs(device, "wipePending", "wipeIssued");

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].Wipe.PostAsync(
            new WipePostRequestBody { KeepEnrollmentData = false, KeepUserData = true }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device can keep a part of itself when it is reset.";
}
