using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>What Graph would refuse is known when the plan is made, before anybody is asked to approve it.</summary>
public class KnownBeforeTests
{
    [Theory]
    [InlineData("off", "switched off")]
    [InlineData("not-included", "not for this person")]
    [InlineData("excluded", "excluded")]
    [InlineData("excluded-though-included", "excluded")]
    [InlineData("too-short", "HelpDesk:PassLifetime")]
    [InlineData("too-long", "HelpDesk:PassLifetime")]
    public async Task Pass_ThatTheTenantsPolicyForbids_IsRefusedAtPlanning(string kind, string words)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var group = await GroupOfAmyAsync(graph);
        graph.PassPolicy(kind switch
        {
            "off" => new SimulatedPassPolicy { IsEnabled = false },
            "not-included" => new SimulatedPassPolicy { Include = [Guid.NewGuid().ToString()] },
            "excluded" => new SimulatedPassPolicy { Exclude = [group] },
            "excluded-though-included" => new SimulatedPassPolicy { Include = [group], Exclude = [group] },
            "too-short" => new SimulatedPassPolicy { ShortestMinutes = 120 },
            _ => new SimulatedPassPolicy { LongestMinutes = 30 },
        });

        var captured = await CaptureAsync(graph, "user.grant-temporary-pass");

        captured.Refusal.ShouldNotBeNull().ShouldContain(words);
        // And so it is: the simulated service refuses the same.
        (await Should.ThrowAsync<VendorException>(() => graph.Source(SecretKind.TemporaryPass).GetAsync(new SecretRequest(new TargetId(KnownPeople.AmyPoe.Id), new PersonId(KnownPeople.AmyPoe.Id), TimeSpan.FromHours(1)), default))).IsRetryable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pass_ThatThePolicyAllows_IsPlanned(bool byGroup)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.PassPolicy(new SimulatedPassPolicy { Include = byGroup ? [await GroupOfAmyAsync(graph)] : ["all_users"], Exclude = [Guid.NewGuid().ToString()] });

        (await CaptureAsync(graph, "user.grant-temporary-pass")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task AddOn_WithoutItsBaseLicence_IsRefusedAtPlanning()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Licences(KnownPeople.AmyPoe.Id, KnownSkus.Visio);

        (await CaptureAsync(graph, "user.assign-licence", ("skuId", KnownSkus.Phone))).Refusal.ShouldNotBeNull().ShouldContain("base licence");
    }

    [Fact]
    public async Task AddOn_WithItsBaseLicence_IsPlannedAndTheBaseIsNotTaken()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Change(HelpDesk.Simulator.Graph.Objects.ObjectKind.User, KnownPeople.AmyPoe.Id, user => user["assignedLicenses"] = new System.Text.Json.Nodes.JsonArray(
            HelpDesk.Simulator.Graph.Objects.UserSeed.LicenceOf(KnownSkus.Office, [])));
        (await CaptureAsync(graph, "user.assign-licence", ("skuId", KnownSkus.Phone))).Refusal.ShouldBeNull();

        graph.Change(HelpDesk.Simulator.Graph.Objects.ObjectKind.User, KnownPeople.AmyPoe.Id, user => user["assignedLicenses"] = new System.Text.Json.Nodes.JsonArray(
            HelpDesk.Simulator.Graph.Objects.UserSeed.LicenceOf(KnownSkus.Office, []), HelpDesk.Simulator.Graph.Objects.UserSeed.LicenceOf(KnownSkus.Phone, [])));
        (await CaptureAsync(graph, "user.remove-licence", ("skuId", KnownSkus.Office))).Refusal.ShouldNotBeNull().ShouldContain("needs it");
        (await CaptureAsync(graph, "user.remove-licence", ("skuId", KnownSkus.Phone))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Refusal_OfAPlanThatNobodyKnows_IsLearned()
    {
        var needs = new HelpDesk.Adapters.Graph.Licences.PlanNeeds();
        HelpDesk.Adapters.Graph.Licences.HeldPlan[] plans = [new("NEW_ADD_ON", "0f1e2d3c-0000-4000-8000-000000000001")];
        needs.Missing(plans, plans).ShouldBeNull();

        needs.Learn("License assignment failed because service plan 0f1e2d3c-0000-4000-8000-000000000001 depends on the service plan(s) TEAMS1, MCOSTANDARD.");

        needs.Missing(plans, plans).ShouldNotBeNull();
        needs.Missing(plans, [.. plans, new("TEAMS1", "")]).ShouldBeNull();
    }

    private static async Task<CapturedState> CaptureAsync(SimulatedGraph graph, string id, params (string Name, string Value)[] parameters) =>
        await graph.Get<RemediationCatalogue>().Get(id).CaptureAsync(
            new RemediationTarget(TargetKind.User, KnownPeople.AmyPoe.Id, parameters.ToDictionary(one => one.Name, one => one.Value)), default);

    private static async Task<string> GroupOfAmyAsync(SimulatedGraph graph) =>
        (await graph.Directory.GetPersonAsync(new PersonId(KnownPeople.AmyPoe.Id), default))!.GroupIds[0];
}
