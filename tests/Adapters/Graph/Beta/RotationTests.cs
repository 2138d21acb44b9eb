using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Beta;

/// <summary>What only the beta version does: rotation of BitLocker keys and of local administrator passwords.</summary>
public sealed class RotationTests
{
    private const string Keys = "device.rotate-bitlocker-keys";
    private const string Password = "device.rotate-local-admin-password";

    public static TheoryData<string> Ids => [Keys, Password];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rotation_OnTheSimulatedTenant_IsDoneOnBetaOnceAndIsReadBack(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        (await remediation.CheckAsync(call, CancellationToken.None)).ShouldBe(Precondition.Ready);

        var receipt = await remediation.ExecuteAsync(call, CancellationToken.None);

        receipt.HadEffect.ShouldBeTrue();
        receipt.RequestId.ShouldNotBeNullOrEmpty();
        await graph.VerifiedAsync(remediation, call);
        (await remediation.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeFalse();
        graph.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rotation_WhoseAnswerWasLost_IsNotDoneTwice(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        graph.Fault(FaultKind.DropAfter, "*rotate*", "POST", count: 1);

        await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call, CancellationToken.None));
        await remediation.ExecuteAsync(call, CancellationToken.None);

        graph.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Keys, FaultKind.Throttled)]
    [InlineData(Keys, FaultKind.Unavailable)]
    [InlineData(Password, FaultKind.Throttled)]
    [InlineData(Password, FaultKind.Unavailable)]
    public async Task Rotation_WhileGraphThrottlesOrIsDown_WorksLater(string id, FaultKind kind)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        graph.Fault(kind, "*rotate*", "POST");

        (await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call, CancellationToken.None))).IsRetryable.ShouldBeTrue();
        graph.NoFaults();
        await remediation.ExecuteAsync(call, CancellationToken.None);

        graph.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rotation_OnADeviceThatIsOff_StaysPending(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        graph.Change(ObjectKind.Device, call.Step.TargetId, device => device["_online"] = false);

        await remediation.ExecuteAsync(call, CancellationToken.None);

        (await remediation.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rotation_OnADeviceThatChangedHandsOrIsNotTheCompanys_IsRefused(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);

        graph.Change(ObjectKind.Device, call.Step.TargetId, device => device["userId"] = KnownPeople.WithoutDevice.Id);
        (await remediation.CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.Refused);
        graph.Change(ObjectKind.Device, call.Step.TargetId, device => device["managedDeviceOwnerType"] = "personal");
        (await remediation.CaptureAsync(new RemediationTarget(TargetKind.Device, call.Step.TargetId, new Dictionary<string, string>()), CancellationToken.None)).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Keys, "DeviceManagementManagedDevices.ReadWrite.All")]
    [InlineData(Password, "DeviceManagementManagedDevices.PrivilegedOperations.All")]
    public async Task Rotation_WithExactlyItsRole_IsDoneAndWithoutItIsNamed(string id, string role)
    {
        var roles = new Dictionary<GraphIdentity, string[]>
        {
            [GraphIdentity.Read] = ["DeviceManagementManagedDevices.Read.All"], [GraphIdentity.DeviceActions] = [role], [GraphIdentity.CredentialWrites] = [], [GraphIdentity.IdentityWrites] = [],
        };
        await using var graph = await SimulatedGraph.StartAsync(roles, beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        (await graph.Get<IPermissionPreflight>().MissingAsync(remediation.Descriptor, CancellationToken.None)).ShouldBeEmpty();
        await remediation.ExecuteAsync(call, CancellationToken.None);
        graph.Effects.Count.ShouldBe(1);

        roles[GraphIdentity.DeviceActions] = [];
        await using var without = await SimulatedGraph.StartAsync(roles, beta: true);
        (await without.Get<IPermissionPreflight>().MissingAsync(remediation.Descriptor, CancellationToken.None)).ShouldBe([role]);
        (await Should.ThrowAsync<VendorException>(() => without.Get<RemediationCatalogue>().Get(id).ExecuteAsync(call, CancellationToken.None))).Message.ShouldContain(role);
    }

    private static async Task<(IRemediation Remediation, RemediationCall Call)> PlanAsync(SimulatedGraph graph, string id) =>
        (graph.Get<RemediationCatalogue>().Get(id), await graph.PlanAsync(id, graph.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id));
}
