using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Tells a device to fetch its settings and applications.</summary>
internal sealed class SyncDevice(GraphGateway graph, DeviceReader devices) : DeviceAction(graph, devices)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.sync",
        Title = "Sync device",
        Effect = "The device fetches its settings and applications at its next contact.",
        Undo = "Nothing to take back: the device only fetched what it should have.",
        Requester = LocalizedText.Of(
            "Your device was told to fetch its settings.",
            "Ihr Gerät wurde angewiesen, seine Einstellungen zu holen.",
            "Se ha indicado a su dispositivo que obtenga su configuración.",
            "Votre appareil a reçu l'ordre de récupérer ses paramètres."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/syncDevice.",
        Verification = "GET of the device shows the action as done or a lastSyncDateTime since.",
        NeverTouches = ["Data on the device."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = Permissions,
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["syncDevice"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to sync.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].SyncDevice.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override bool ShowsEffect(ManagedDevice device, RemediationCall call) => device.LastSyncDateTime > call.StartedAt;
}
