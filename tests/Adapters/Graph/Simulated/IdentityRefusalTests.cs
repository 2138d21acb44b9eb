using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Whom and what the remediations of accounts leave alone, and what they say then.</summary>
public class IdentityRefusalTests
{
    public static TheoryData<string, string, string> People => new()
    {
        { "user.force-password-change", "synced", "Active Directory" },
        { "user.force-password-change", "federated", "not kept in Entra ID" },
        { "user.force-password-change", "without-password", "not kept in Entra ID" },
        { "user.force-password-change", "guest", "guest" },
        { "user.confirm-compromised", "guest", "home organisation" },
        { "user.dismiss-risk", "guest", "home organisation" },
        { "user.confirm-compromised", "hidden-risk", "Entra ID P2" },
        { "user.dismiss-risk", "hidden-risk", "Entra ID P2" },
        { "user.leave-groups", "guest", "of its own for guests" },
        { "guest.leave-groups", "member", "no guest" },
        { "guest.disable", "member", "no guest" },
        { "guest.disable", "synced-guest", "Active Directory" },
        { "user.disable-sign-in", "synced", "Active Directory" },
        { "user.enable-sign-in", "synced", "Active Directory" },
        { "user.revoke-sessions", "guest", "guest" },
        { "user.delete-mfa-method", "guest", "guest" },
        { "user.grant-temporary-pass", "guest", "guest" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Account_ThatItCannotWorkOn_IsRefusedWithTheReason(string id, string kind, string words)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var person = kind switch { "guest" or "synced-guest" => KnownPeople.Guest, "synced" => KnownPeople.Synced, _ => KnownPeople.AmyPoe };
        Make(graph, person.Id, kind);

        var captured = await CaptureAsync(graph, id, person.Id, ("kind", "phone"));

        captured.Refusal.ShouldNotBeNull().ShouldContain(words);
    }

    [Theory]
    [InlineData("user.swap-licence", "swap-of-nothing", "does not have the licence")]
    [InlineData("user.swap-licence", "both", "has both")]
    [InlineData("user.swap-licence", "no-location", "usage location")]
    [InlineData("user.swap-licence", "by-group", "through a group")]
    [InlineData("user.swap-licence", "no-seat", "seat")]
    [InlineData("user.swap-licence", "excluded", "excludes")]
    [InlineData("user.swap-licence", "same", "different ids")]
    [InlineData("user.swap-licence", "mailbox-lost", "no place for them")]
    [InlineData("user.assign-licence", "excluded", "excludes")]
    public async Task Licence_ThatGraphWouldNotGive_IsRefusedBeforeAnybodyIsAsked(string id, string kind, string words)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var amy = KnownPeople.AmyPoe.Id;
        graph.Licences(amy, kind switch
        {
            "swap-of-nothing" => [],
            "both" => [KnownSkus.Visio, KnownSkus.VisioSmall],
            "excluded" => [KnownSkus.Office, KnownSkus.Visio],
            _ => [KnownSkus.Visio],
        });
        if (kind == "no-location")
            graph.Change(ObjectKind.User, amy, user => user["usageLocation"] = null);
        if (kind == "by-group")
            graph.Change(ObjectKind.User, amy, user => user["licenseAssignmentStates"]![0]!["assignedByGroup"] = KnownGroups.Crm);
        var old = kind == "mailbox-lost" ? KnownSkus.Office : KnownSkus.Visio;
        if (kind == "mailbox-lost")
            graph.Licences(amy, old);
        var wanted = kind switch { "no-seat" => KnownSkus.Project, "excluded" => KnownSkus.OfficeSmall, "same" => KnownSkus.Visio, _ => KnownSkus.VisioSmall };

        var captured = await CaptureAsync(graph, id, amy, ("fromSkuId", old), ("toSkuId", wanted), ("skuId", wanted));

        captured.Refusal.ShouldNotBeNull().ShouldContain(words);
        graph.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Groups_OfEveryKind_AreTheirOwnOrNamedWithTheReason()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        foreach (var group in new[] { KnownGroups.Vpn, KnownGroups.Synced, KnownGroups.RoleAssignable })
            Join(graph, group);

        var captured = await CaptureAsync(graph, "user.leave-groups", KnownPeople.AmyPoe.Id);

        captured.Refusal.ShouldBeNull();
        captured.Json.ShouldContain(KnownGroups.Vpn);
        foreach (var other in new[] { KnownGroups.Synced, KnownGroups.RoleAssignable, KnownGroups.Everybody, KnownGroups.MailEnabled })
            captured.Json.ShouldNotContain(other);
        foreach (var words in new[] { "leaves 'VPN users'", "'Everybody' (members follow a rule)", "'All of Finance' (a mail list)", "'File server users' (managed on premises)", "'Helpdesk administrators' (can hold admin roles)" })
            captured.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Groups_MoreThanOneStepCanKeep_AreLeftToAPerson()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        for (var index = 0; index < 60; index++)
        {
            var id = $"30000000-0000-4000-8000-{index:000000000000}";
            graph.Change(ObjectKind.Group, id, group => (group["id"], group["@odata.type"], group["displayName"], group["groupTypes"]) = (id, "#microsoft.graph.group", $"G{index}", GraphSeeds.Texts([])));
            Join(graph, id);
        }

        (await CaptureAsync(graph, "user.leave-groups", KnownPeople.AmyPoe.Id)).Refusal.ShouldNotBeNull().ShouldContain("more groups than one step");
    }

    [Fact]
    public async Task Group_RefusedInTheMiddle_GivesBackWhatWasLeftBefore()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        Join(graph, KnownGroups.Vpn);
        Join(graph, KnownGroups.CrmTeam);
        var leave = graph.Get<RemediationCatalogue>().Get("user.leave-groups");
        var call = await graph.PlanAsync("user.leave-groups", KnownPeople.AmyPoe.Id);
        var last = new[] { KnownGroups.Vpn, KnownGroups.CrmTeam }.Order(StringComparer.Ordinal).Last();
        // Between the check and the call: Graph refuses this one.
        graph.Change(ObjectKind.Group, last, group => group["isAssignableToRole"] = true);

        var fault = await Should.ThrowAsync<VendorException>(() => leave.ExecuteAsync(call, CancellationToken.None));

        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("again");
        graph.Effects.Count.ShouldBe(2);
        graph.Change(ObjectKind.Group, last, group => group["isAssignableToRole"] = null);
        (await CaptureAsync(graph, "user.leave-groups", KnownPeople.AmyPoe.Id)).Json.ShouldBe(call.Step.PriorState);
    }

    [Fact]
    public async Task Licences_OnWhichMailboxOrFilesHang_AreNamedAndStay()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Licences(KnownPeople.AmyPoe.Id, KnownSkus.Office, KnownSkus.Visio, KnownSkus.Project);
        graph.Change(ObjectKind.User, KnownPeople.AmyPoe.Id, user => user["licenseAssignmentStates"]![2]!["assignedByGroup"] = KnownGroups.Crm);

        var captured = await CaptureAsync(graph, "user.remove-licences", KnownPeople.AmyPoe.Id);

        captured.Json.ShouldContain(KnownSkus.Visio);
        captured.Json.ShouldNotContain(KnownSkus.Office);
        captured.Text.ShouldBe("The person loses VISIOCLIENT. Not touched: PROJECTPROFESSIONAL (through a group), SPE_E3 (mailbox or files hang on it).");
    }

    [Fact]
    public async Task Risk_ThatGrewSinceTheApproval_StopsDismissingAndNotConfirming()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var person = KnownPeople.Synced.Id;
        var dismiss = await graph.PlanAsync("user.dismiss-risk", person);
        var confirm = await graph.PlanAsync("user.confirm-compromised", person);
        graph.Change(ObjectKind.RiskyUser, person, risk => risk["riskLevel"] = "high");

        (await Check(dismiss)).Outcome.ShouldBe(PreconditionOutcome.Refused);
        (await Check(confirm)).ShouldBe(Precondition.Ready);
        graph.Change(ObjectKind.RiskyUser, person, risk => (risk["riskLevel"], risk["riskState"]) = ("none", "dismissed"));
        (await Check(confirm)).Outcome.ShouldBe(PreconditionOutcome.Refused);

        Task<Precondition> Check(RemediationCall call) => graph.Get<RemediationCatalogue>().Get(call.Step.Remediation).CheckAsync(call, CancellationToken.None);
    }

    [Fact]
    public async Task Risk_ThatWasThereBefore_IsNotTakenAwayByAnUndo()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var confirm = graph.Get<RemediationCatalogue>().Get("user.confirm-compromised");
        (await CaptureAsync(graph, "user.confirm-compromised", KnownPeople.AtRisk.Id)).Undo.ShouldBeNull();
        var call = await graph.PlanAsync("user.confirm-compromised", KnownPeople.AtRisk.Id);
        await confirm.ExecuteAsync(call, CancellationToken.None);

        (await confirm.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeFalse();

        graph.Effects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Password_ChangedByThePerson_IsTheWishFulfilled()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var force = graph.Get<RemediationCatalogue>().Get("user.force-password-change");
        var call = await graph.PlanAsync("user.force-password-change", KnownPeople.AmyPoe.Id);
        await force.ExecuteAsync(call, CancellationToken.None);
        graph.Change(ObjectKind.User, KnownPeople.AmyPoe.Id, user =>
        {
            user["passwordProfile"]!["forceChangePasswordNextSignIn"] = false;
            user["lastPasswordChangeDateTime"] = Moments.Text(DateTimeOffset.UtcNow);
        });

        (await force.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Verified);
        (await force.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeFalse();
        graph.Effects.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("phone", "UserAuthMethod-Phone.ReadWrite.All")]
    [InlineData("fido2", "UserAuthMethod-Passkey.ReadWrite.All")]
    public async Task Permission_ToDeleteAFactor_IsTheOneOfItsKind(string kind, string needed)
    {
        var roles = new Dictionary<Adapters.Graph.GraphIdentity, string[]>
        {
            [Adapters.Graph.GraphIdentity.Read] = ["User.Read.All", "UserAuthenticationMethod.Read.All"],
            [Adapters.Graph.GraphIdentity.CredentialWrites] = [needed],
        };
        await using var graph = await SimulatedGraph.StartAsync(roles);
        var descriptor = graph.Get<RemediationCatalogue>().Get("user.delete-mfa-method").Descriptor;

        (await MissingAsync(kind)).ShouldBeEmpty();
        (await MissingAsync("softwareOath")).ShouldBe(["UserAuthMethod-SoftwareOATH.ReadWrite.All"]);
        (await MissingAsync("unknown")).Count.ShouldBe(4);

        Task<IReadOnlyList<string>> MissingAsync(string name) => graph.Get<IPermissionPreflight>()
            .MissingAsync(descriptor.For(new Dictionary<string, string> { ["kind"] = name }), CancellationToken.None);
    }

    private static Task<CapturedState> CaptureAsync(SimulatedGraph graph, string id, string targetId, params (string Name, string Value)[] parameters) =>
        graph.Get<RemediationCatalogue>().Get(id).CaptureAsync(
            new RemediationTarget(TargetKind.User, targetId, parameters.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal)), CancellationToken.None);

    private static void Join(SimulatedGraph graph, string group) => graph.Change(ObjectKind.Members, group, members =>
        members["ids"] = GraphSeeds.Texts((members["ids"]?.AsArray() ?? []).Select(id => (string)id!).Append(KnownPeople.AmyPoe.Id).Distinct()));

    private static void Make(SimulatedGraph graph, string id, string kind)
    {
        switch (kind)
        {
            case "federated": graph.Change(ObjectKind.User, id, user => user["onPremisesImmutableId"] = "x"); break;
            case "without-password": graph.Change(ObjectKind.Methods, id, methods => methods["value"]!.AsArray().RemoveAt(0)); break;
            case "hidden-risk": graph.Change(ObjectKind.RiskyUser, id, risk => (risk["id"], risk["riskLevel"], risk["riskState"]) = (id, "hidden", "atRisk")); break;
            case "synced-guest": graph.Change(ObjectKind.User, id, user => user["onPremisesSyncEnabled"] = true); break;
        }
    }
}
