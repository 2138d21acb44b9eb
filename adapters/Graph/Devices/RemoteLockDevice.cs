using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Locks the screen of a phone, tablet or Mac.</summary>
internal sealed class RemoteLockDevice(GraphGateway graph, DeviceReader devices) : DeviceAction(graph, devices)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.remote-lock",
        Title = "Lock device",
        Effect = "The screen is locked; whoever holds the device needs its code.",
        Undo = "Nothing to take back: the person unlocks it with its code.",
        Requester = LocalizedText.Of(
            "The screen of the device was locked.",
            "Der Bildschirm des Geräts wurde gesperrt.",
            "Se ha bloqueado la pantalla del dispositivo.",
            "L'écran de l'appareil a été verrouillé."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It runs iOS, iPadOS, Android or macOS.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/remoteLock.",
        Verification = "GET of the device shows the action as done.",
        NeverTouches = ["Data on the device."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = Permissions,
        IsProtective = true,
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromMinutes(15),
        VerifyEvery = TimeSpan.FromSeconds(30),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["remoteLock"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to lock.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].RemoteLock.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "iOS", "iPadOS", "Android", "macOS") ? null : "This kind of device cannot be locked from here.";
}
