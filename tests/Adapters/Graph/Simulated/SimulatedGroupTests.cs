using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Groups by what people call them, and the people in them, with the real SDK.</summary>
public sealed class SimulatedGroupTests
{
    [Theory]
    [InlineData(KnownGroups.Crm, "CRM users")]
    [InlineData("crm USERS", "CRM users")]
    [InlineData("finance@contoso.example", "All of Finance")]
    public async Task Group_ByIdNameOrMail_IsFound(string text, string name)
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await graph.Directory.FindGroupsAsync(text, CancellationToken.None)).ShouldHaveSingleItem().Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CRM")]
    [InlineData("CRM users' or displayName ne 'x")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("CRM\nusers")]
    public async Task Text_ThatIsNoGroups_FindsNone(string text)
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await graph.Directory.FindGroupsAsync(text, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_OfTwoGroups_FindsBoth()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Change(ObjectKind.Group, KnownGroups.Vpn, group => group["displayName"] = "CRM users");

        (await graph.Directory.FindGroupsAsync("CRM users", CancellationToken.None)).Select(group => group.Id.Value).Order().ShouldBe([new GroupId(KnownGroups.Vpn), new GroupId(KnownGroups.Crm)]);
    }

    [Fact]
    public async Task Members_ThroughGroups_ArePeopleOnly()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var members = await graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Crm), 2_000, CancellationToken.None);

        members.ShouldNotBeNull().Order().ShouldBe(new[] { KnownPeople.ApplicationOwner.Id, KnownPeople.GermanRequester.Id }.Order());
        (await graph.Directory.GetMembersAsync(new GroupId(Guid.Empty.ToString()), 2_000, CancellationToken.None)).ShouldBeNull();
        (await graph.Directory.GetMembersAsync(new GroupId("CRM users"), 2_000, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Members_MoreThanAPage_AreAllThereUntilThereAreTooMany()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        // Two pages of 999: the tenant has not so many people, so the group holds some twice over, as no group does.
        var everybody = graph.Tenant.People.Where(person => !person.IsFunctional).Select(person => person.Id).ToList();
        for (var copy = 1; copy <= 4; copy++)
        {
            foreach (var person in everybody)
                graph.Change(ObjectKind.User, CopyOf(person, copy), user => user["id"] = CopyOf(person, copy));
        }

        graph.Change(ObjectKind.Members, KnownGroups.Vpn, members => members["ids"] = new System.Text.Json.Nodes.JsonArray(
            [.. Enumerable.Range(1, 4).SelectMany(copy => everybody.Select(person => (System.Text.Json.Nodes.JsonNode)CopyOf(person, copy)))]));

        (await graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Vpn), 5_000, CancellationToken.None)).ShouldNotBeNull().Count.ShouldBe(4 * everybody.Count);
        (await graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Vpn), 1_000, CancellationToken.None)).ShouldNotBeNull().Count.ShouldBe(1_998);
        (await graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Vpn), 998, CancellationToken.None)).ShouldNotBeNull().Count.ShouldBe(999);

        static string CopyOf(string person, int copy) => $"{copy}{person[1..]}";
    }

    [Fact]
    public async Task Permission_Missing_IsNamed()
    {
        await using var graph = await SimulatedGraph.StartAsync(new Dictionary<GraphIdentity, string[]> { [GraphIdentity.Read] = ["User.Read.All"] });

        foreach (var reading in new Func<Task>[]
                 {
                     () => graph.Directory.FindGroupsAsync("CRM users", CancellationToken.None),
                     () => graph.Directory.FindGroupsAsync(KnownGroups.Crm, CancellationToken.None),
                     () => graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Crm), 2_000, CancellationToken.None),
                 })
        {
            var fault = await Should.ThrowAsync<VendorException>(reading);
            (fault.IsRetryable, fault.Message.Contains("GroupMember.Read.All", StringComparison.Ordinal)).ShouldBe((false, true), fault.Message);
        }
    }

    [Fact]
    public async Task Graph_Throttling_IsAFaultThatPasses()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Fault(FaultKind.Throttled, "*transitiveMembers*");

        (await Should.ThrowAsync<VendorException>(() => graph.Directory.GetMembersAsync(new GroupId(KnownGroups.Crm), 2_000, CancellationToken.None))).IsRetryable.ShouldBeTrue();
    }
}
