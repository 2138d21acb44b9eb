using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.Wipe;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company device. What is kept is Windows' own and no other system's.</summary>
internal abstract class Wipe(DeviceReader devices, DeviceActionSender sender, bool keepsEnrolment, bool keepsUserData) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    protected sealed override IReadOnlyList<string> ActionNames { get; } = ["wipe", "factoryReset"];

    /// <inheritdoc />
    protected sealed override string Asked => "Intune was asked to wipe the device.";

    /// <inheritdoc />
    protected sealed override bool EndsEnrolment => !keepsEnrolment;

    /// <inheritdoc />
    protected sealed override bool IsOneOfSeveralKinds => true;

    /// <inheritdoc />
    protected sealed override bool IsIssued(ManagedDevice device) => StateIs(device, "wipePending", "wipeIssued");

    /// <inheritdoc />
    protected sealed override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].Wipe.PostAsync(
            new WipePostRequestBody { KeepEnrollmentData = keepsEnrolment, KeepUserData = keepsUserData }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected sealed override string? Refusal(ManagedDevice device) =>
        (keepsEnrolment || keepsUserData) && !Runs(device, "Windows") ? "Only a Windows device can keep a part of itself when it is reset." : CompanyOnly(device);
}
