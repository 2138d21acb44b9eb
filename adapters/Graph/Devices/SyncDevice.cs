using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;
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
