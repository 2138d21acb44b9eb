using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.Wipe;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company device to its factory state.</summary>
internal sealed class WipeDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe",
        Title = "Wipe device",
        Effect = "The device is reset to factory state; everything on it is lost.",
        Undo = "Cannot be undone: the data is gone and the device must be set up anew.",
        Requester = LocalizedText.Of(
            "The device was reset to factory state.",
            "Das Gerät wurde auf Werkszustand zurückgesetzt.",
            "El dispositivo se ha restablecido a su estado de fábrica.",
            "L'appareil a été remis à l'état d'usine."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It is owned by the company; a private device is retired instead.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData and keepUserData false.",
        Verification = "The device is gone from Intune, or the action shows as done.",
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
            new WipePostRequestBody { KeepEnrollmentData = false, KeepUserData = false }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        CompanyOnly(device);
}
