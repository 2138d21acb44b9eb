using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.Wipe;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company computer and leaves it enrolled.</summary>
internal sealed class WipeKeepingEnrolment(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe-keep-enrolment",
        Title = "Wipe, enrolment kept",
        Effect = "The device is reset and stays enrolled for the same person; everything else on it is lost.",
        Undo = "Cannot be undone: the data is gone; the device sets itself up again.",
        Requester = LocalizedText.Of(
            "Your computer was reset; it is still enrolled and sets itself up again.",
            "Ihr Rechner wurde zurückgesetzt; er ist weiterhin registriert und richtet sich wieder ein.",
            "Su equipo se ha restablecido; sigue inscrito y se configura de nuevo.",
            "Votre ordinateur a été réinitialisé ; il reste inscrit et se configure à nouveau."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It runs Windows.",
            "It is owned by the company; a private device is retired instead.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData true and keepUserData false.",
        Verification = "The device's list of actions (deviceActionResults) shows it as done.",
        NeverTouches = ["The enrolment in Intune."],
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
    protected override bool IsOneOfSeveralKinds => true;

    /// <inheritdoc />
    protected override bool IsIssued(ManagedDevice device) => StateIs(device, "wipePending", "wipeIssued");

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].Wipe.PostAsync(
            new WipePostRequestBody { KeepEnrollmentData = true, KeepUserData = false }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device can keep a part of itself when it is reset.";
}
