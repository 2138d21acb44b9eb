using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

/// <summary>An action on Amy's laptop that Intune queues.</summary>
public abstract class DeviceRow(string id, string action) : RemediationRow
{
    /// <inheritdoc />
    public override string Id => id;

    /// <inheritdoc />
    public override (string Method, string Path) Write => ("POST", $"/managedDevices/*/{action}");

    /// <inheritdoc />
    public override bool ShowsAsDone => false;

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => graph.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id;

    /// <summary>A phone of the company, supervised and switched on.</summary>
    protected static string PhoneOf(SimulatedGraph graph) =>
        graph.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true, IsCompanyOwned: true, OwnerId: not null }).Id;

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) =>
        graph.Change(ObjectKind.Device, Target(graph), device => device["userId"] = KnownPeople.WithoutDevice.Id);
}
