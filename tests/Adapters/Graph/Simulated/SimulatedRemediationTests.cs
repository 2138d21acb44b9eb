using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Refusals, faults and delays of single remediations against the simulated tenant; what holds for each of them is in Matrix/.</summary>
public class SimulatedRemediationTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, null)]
    public async Task Throttling_OfAStep_IsRetryable(double seconds, int? wait)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, "user.revoke-sessions");
        graph.Fault(FaultKind.Throttled, "/v1.0/*", "POST", seconds: seconds);

        var fault = await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call, CancellationToken.None));

        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBe(wait is { } known ? TimeSpan.FromSeconds(known) : null);
        graph.Effects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FaultKind.ActionFails)]
    [InlineData(FaultKind.ActionNotSupported)]
    public async Task Action_ThatTheDeviceRefuses_IsFailed(FaultKind kind)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, "device.restart");
        graph.Fault(kind);

        await remediation.ExecuteAsync(call, CancellationToken.None);

        await graph.VerifiedAsync(remediation, call, ReadBackOutcome.Failed);
    }

    [Fact]
    public async Task Action_ThatFailedAMomentAgo_IsAskedForAnewByTheNextPlan()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, failing) = await PlanAsync(graph, "device.restart");
        graph.Fault(FaultKind.ActionFails, count: 1);
        await remediation.ExecuteAsync(failing, CancellationToken.None);
        await graph.VerifiedAsync(remediation, failing, ReadBackOutcome.Failed);

        var (_, again) = await PlanAsync(graph, "device.restart");

        (await remediation.CheckAsync(again, CancellationToken.None)).ShouldBe(Precondition.Ready);
        (await remediation.ExecuteAsync(again, CancellationToken.None)).HadEffect.ShouldBeTrue();
        await graph.VerifiedAsync(remediation, again);
    }

    [Fact]
    public async Task Action_ThatNeverHappens_StaysPending()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, "device.wipe");
        graph.Fault(FaultKind.ActionStaysPending);

        await remediation.ExecuteAsync(call, CancellationToken.None);

        (await remediation.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    [Fact]
    public async Task Membership_ReadFromAnOldCopy_IsPendingAndThenVerified()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (remediation, call) = await PlanAsync(graph, "group.add-member");
        graph.Fault(FaultKind.StaleReads, method: "GET", seconds: 60);
        await remediation.ExecuteAsync(call, CancellationToken.None);

        var lagging = await remediation.VerifyAsync(call, CancellationToken.None);
        graph.NoFaults();

        lagging.Outcome.ShouldBe(ReadBackOutcome.Pending);
        await graph.VerifiedAsync(remediation, call);
    }

    [Theory]
    [InlineData("dynamic")]
    [InlineData("role-assignable")]
    [InlineData("synced")]
    [InlineData("mail-enabled")]
    public async Task Group_ThatIsNotOurs_IsRefused(string kind)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var group = kind switch { "dynamic" => KnownGroups.Everybody, "role-assignable" => KnownGroups.RoleAssignable, "synced" => KnownGroups.Synced, _ => KnownGroups.MailEnabled };
        var target = new RemediationTarget(TargetKind.User, KnownPeople.Guest.Id, new Dictionary<string, string> { ["groupId"] = group });

        var captured = await graph.Get<RemediationCatalogue>().Get("group.add-member").CaptureAsync(target, CancellationToken.None);

        captured.Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Licence_WithoutAFreeSeatOrAPlaceToUseIt_IsRefused()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var assign = graph.Get<RemediationCatalogue>().Get("user.assign-licence");

        (await CaptureAsync(KnownPeople.AmyPoe, KnownSkus.Project)).Refusal.ShouldNotBeNull().ShouldContain("seat");
        (await CaptureAsync(KnownPeople.WithoutUsageLocation, KnownSkus.Visio)).Refusal.ShouldNotBeNull().ShouldContain("usage location");

        Task<CapturedState> CaptureAsync(SimulatedPerson person, string sku) => assign.CaptureAsync(
            new RemediationTarget(TargetKind.User, person.Id, new Dictionary<string, string> { ["skuId"] = sku }), CancellationToken.None);
    }

    [Fact]
    public async Task Pass_MadeAndShown_IsReadBackAndWithdrawn()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var remediation = graph.Get<RemediationCatalogue>().Get("user.grant-temporary-pass");
        var call = await graph.PlanAsync(remediation.Descriptor.Id, KnownPeople.AmyPoe.Id);

        var pass = await graph.Source(SecretKind.TemporaryPass).GetAsync(new SecretRequest(new TargetId(KnownPeople.AmyPoe.Id), new PersonId(KnownPeople.AmyPoe.Id), TimeSpan.FromMinutes(60)), CancellationToken.None);

        var secret = pass.Parts.ShouldHaveSingleItem().Secret;
        secret.ShouldNotBeNullOrEmpty();
        pass.ToString().ShouldNotContain(secret);
        pass.ExpiresAt.ShouldNotBeNull().ShouldBeInRange(call.StartedAt.AddMinutes(59), call.StartedAt.AddMinutes(62));
        (await graph.VerifiedAsync(remediation, call)).Evidence.ShouldNotContain(secret);
        (await remediation.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeTrue();
        (await remediation.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }

    internal static async Task<(IRemediation Remediation, RemediationCall Call)> PlanAsync(SimulatedGraph graph, string id)
    {
        var call = id switch
        {
            "user.enable-sign-in" => await graph.PlanAsync(id, KnownPeople.Disabled.Id),
            "user.delete-mfa-method" => await graph.PlanAsync(id, KnownPeople.AmyPoe.Id, ("kind", "microsoftAuthenticator")),
            "user.assign-licence" => await graph.PlanAsync(id, KnownPeople.AmyPoe.Id, ("skuId", KnownSkus.Visio)),
            "user.remove-licence" => await graph.PlanAsync(id, KnownPeople.AmyPoe.Id, ("skuId", KnownSkus.Office)),
            "group.add-member" => await graph.PlanAsync(id, KnownPeople.AmyPoe.Id, ("groupId", KnownGroups.Vpn)),
            "group.remove-member" => await graph.PlanAsync(id, KnownPeople.GermanRequester.Id, ("groupId", KnownGroups.CrmTeam)),
            "device.remote-lock" or "device.shut-down" or "device.reset-passcode" or "device.disable-lost-mode" or "device.bypass-activation-lock" =>
                await graph.PlanAsync(id, graph.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true, IsCompanyOwned: true }).Id),
            _ when id.StartsWith("device.", StringComparison.Ordinal) => await graph.PlanAsync(id, graph.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id),
            _ => await graph.PlanAsync(id, KnownPeople.AmyPoe.Id),
        };
        return (graph.Get<RemediationCatalogue>().Get(id), call);
    }
}
