using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Devices;

/// <summary>What opens a device: who may see it, that nothing is read before the press, and what makes it void.</summary>
public sealed class DeviceSecretTests
{
    private const string Laps = "device.show-local-admin-password";
    private const string BitLocker = "device.show-bitlocker-key";
    private const string Passcode = "device.show-passcode";

    private static readonly Dictionary<string, SecretKind> Kinds = new(StringComparer.Ordinal)
    {
        [Laps] = SecretKind.LocalAdminPassword, [BitLocker] = SecretKind.BitLockerKey, [Passcode] = SecretKind.DevicePasscode,
    };

    public static TheoryData<string> Ids => [Laps, BitLocker, Passcode];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Secret_FromPlanToShowing_IsReadAtThePressOnlyAndIsInNoText(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, id);
        (await remediation.CheckAsync(call, CancellationToken.None)).ShouldBe(Precondition.Ready);

        var receipt = await remediation.ExecuteAsync(call, CancellationToken.None);
        var secret = await graph.Source(Kinds[id]).GetAsync(new SecretRequest(call.Step.TargetId, new PersonId(OwnerOf(graph, call)), TimeSpan.FromHours(1)), CancellationToken.None);
        var found = await remediation.VerifyAsync(call, CancellationToken.None);

        receipt.HadEffect.ShouldBeFalse();
        found.Outcome.ShouldBe(ReadBackOutcome.Verified);
        secret.Parts.ShouldNotBeEmpty();
        foreach (var part in secret.Parts)
        {
            part.Secret.Length.ShouldBeGreaterThan(5);
            $"{receipt}{found}{secret}{part}{call.Step.PriorState}{call.Step.PriorStateText}{secret.Id}{part.Label}".ShouldNotContain(part.Secret);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Secret_OfADeviceThatChangedHands_IsNotShown(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, id);
        var owner = OwnerOf(graph, call);
        graph.Change(ObjectKind.Device, call.Step.TargetId, device => device["userId"] = KnownPeople.WithoutDevice.Id);

        (await remediation.CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.Refused);
        (await Should.ThrowAsync<VendorException>(() => graph.Source(Kinds[id]).GetAsync(new SecretRequest(call.Step.TargetId, new PersonId(owner), TimeSpan.FromHours(1)), CancellationToken.None)))
            .Message.ShouldContain("another user");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Secret_OfADeviceThatIsGone_IsRefused(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, id);
        graph.Remove(ObjectKind.Device, call.Step.TargetId);

        (await remediation.CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.Refused);
        (await remediation.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Failed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Secret_OfAPersonalDevice_IsRefusedBeforeAnybodyIsAsked(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var device = DeviceOf(graph, id);
        graph.Change(ObjectKind.Device, device.Id, one => one["managedDeviceOwnerType"] = "personal");

        var captured = await graph.Get<RemediationCatalogue>().Get(id).CaptureAsync(new RemediationTarget(TargetKind.Device, device.Id, new Dictionary<string, string>()), CancellationToken.None);

        captured.Refusal.ShouldNotBeNull().ShouldContain("does not own");
    }

    [Theory]
    [InlineData(Laps, FaultKind.Throttled)]
    [InlineData(Laps, FaultKind.Unavailable)]
    [InlineData(BitLocker, FaultKind.Throttled)]
    [InlineData(BitLocker, FaultKind.Unavailable)]
    public async Task Secret_WhileGraphThrottlesOrIsDown_CanBeAskedForLater(string id, FaultKind kind)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (_, call) = await PlanAsync(graph, id);
        var request = new SecretRequest(call.Step.TargetId, new PersonId(OwnerOf(graph, call)), TimeSpan.FromHours(1));
        graph.Fault(kind, id == Laps ? "*deviceLocalCredentials*" : "*recoveryKeys*", "GET");

        (await Should.ThrowAsync<VendorException>(() => graph.Source(Kinds[id]).GetAsync(request, CancellationToken.None))).IsRetryable.ShouldBeTrue();
        graph.NoFaults();

        (await graph.Source(Kinds[id]).GetAsync(request, CancellationToken.None)).Parts.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Laps)]
    [InlineData(BitLocker)]
    public async Task Undo_WithBetaEndpoints_MakesTheShownOneVoid(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        var (remediation, call) = await PlanAsync(graph, id);
        var request = new SecretRequest(call.Step.TargetId, new PersonId(OwnerOf(graph, call)), TimeSpan.FromHours(1));
        var before = (await graph.Source(Kinds[id]).GetAsync(request, CancellationToken.None)).Parts[0].Secret;

        (await remediation.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeTrue();

        await Harness.Eventually.Get<HandedSecret>(async () => await graph.Source(Kinds[id]).GetAsync(request, CancellationToken.None), now => now.Parts[0].Secret != before, "rotated");
        (await remediation.UndoAsync(call, CancellationToken.None)).Summary.ShouldContain("earlier attempt");
        graph.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Undo_WithoutBetaEndpoints_SaysThatItCannot(string id)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, id);
        var before = graph.Effects.Count;

        var receipt = await remediation.UndoAsync(call, CancellationToken.None);

        receipt.HadEffect.ShouldBeFalse();
        receipt.Summary.ShouldContain("Cannot be undone");
        graph.Effects.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(Laps, "DeviceLocalCredential.Read.All")]
    [InlineData(BitLocker, "BitlockerKey.Read.All")]
    public async Task Secret_IsReadByTheCredentialIdentityAndByNoOther(string id, string role)
    {
        var roles = new Dictionary<GraphIdentity, string[]>
        {
            [GraphIdentity.Read] = ["DeviceManagementManagedDevices.Read.All"], [GraphIdentity.CredentialWrites] = [role], [GraphIdentity.IdentityWrites] = [], [GraphIdentity.DeviceActions] = [],
        };
        await using var graph = await SimulatedGraph.StartAsync(roles);
        var (_, call) = await PlanAsync(graph, id);
        var request = new SecretRequest(call.Step.TargetId, new PersonId(OwnerOf(graph, call)), TimeSpan.FromHours(1));
        (await graph.Source(Kinds[id]).GetAsync(request, CancellationToken.None)).Parts.ShouldNotBeEmpty();

        roles[GraphIdentity.CredentialWrites] = ["DeviceLocalCredential.ReadBasic.All", "BitlockerKey.ReadBasic.All"];
        roles[GraphIdentity.Read] = [.. roles[GraphIdentity.Read], role];
        await using var without = await SimulatedGraph.StartAsync(roles);
        (await Should.ThrowAsync<VendorException>(() => without.Source(Kinds[id]).GetAsync(request, CancellationToken.None))).Message.ShouldContain(role);
        (await without.Get<IPermissionPreflight>().MissingAsync(without.Get<RemediationCatalogue>().Get(id).Descriptor, CancellationToken.None)).ShouldBe([role]);
    }

    [Fact]
    public async Task Passcode_OfADeviceThatWasNotReset_IsNone()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var device = DeviceOf(graph, Passcode);
        var call = await graph.PlanAsync(Passcode, device.Id);

        (await graph.Get<RemediationCatalogue>().Get(Passcode).CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.Refused);
        (await Should.ThrowAsync<VendorException>(() => graph.Source(SecretKind.DevicePasscode).GetAsync(new SecretRequest(new TargetId(device.Id), new PersonId(device.OwnerId!), TimeSpan.FromHours(1)), CancellationToken.None)))
            .Code.ShouldBe("no-passcode");
    }

    private static async Task<(IRemediation Remediation, RemediationCall Call)> PlanAsync(SimulatedGraph graph, string id)
    {
        var device = DeviceOf(graph, id);
        if (id == Passcode)
        {
            var reset = await graph.PlanAsync("device.reset-passcode", device.Id);
            var remediation = graph.Get<RemediationCatalogue>().Get("device.reset-passcode");
            await remediation.ExecuteAsync(reset, CancellationToken.None);
            await graph.VerifiedAsync(remediation, reset);
        }

        return (graph.Get<RemediationCatalogue>().Get(id), await graph.PlanAsync(id, device.Id));
    }

    private static SimulatedDevice DeviceOf(SimulatedGraph graph, string id) => id == Passcode
        ? graph.Tenant.Devices.First(device => device is { OperatingSystem: "Android", IsOnline: true, IsCompanyOwned: true, OwnerId: not null })
        : graph.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];

    private static string OwnerOf(SimulatedGraph graph, RemediationCall call) => graph.Tenant.Devices.Single(device => device.Id == call.Step.TargetId).OwnerId!;
}
