using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Groups by name, and the people in one: what the subset has not, by the reference pages.</summary>
public sealed class GroupListTests
{
    private const string Cast = "transitiveMembers/microsoft.graph.user";

    private static readonly (string, string)[] Advanced = [("ConsistencyLevel", "eventual")];

    [Theory]
    [InlineData("displayName eq 'crm users' or mail eq 'crm users'", KnownGroups.Crm)]
    [InlineData("displayName eq 'finance@contoso.example' or mail eq 'finance@contoso.example'", "All of Finance")]
    public async Task Groups_ByNameOrMail_AreFound(string filter, string wanted)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var group = (await simulator.GetAsync($"/groups?$filter={filter}&$select=id,displayName,mail")).Body!["value"]!.AsArray().ShouldHaveSingleItem()!;

        new[] { (string?)group["id"], (string?)group["displayName"] }.ShouldContain(wanted);
        ((bool?)group["securityEnabled"]).ShouldBeNull("it was not selected");
    }

    [Fact]
    public async Task People_OfAGroupWithAGroup_AreThoseOfBothAndNoGroup()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var reply = await simulator.CallAsync("GET", $"/groups/{KnownGroups.Crm}/{Cast}?$count=true&$select=id", headers: Advanced);

        Ids(reply).Order().ShouldBe(new[] { KnownPeople.ApplicationOwner.Id, KnownPeople.GermanRequester.Id }.Order());
        ((int?)reply.Body!["@odata.count"]).ShouldBe(2);
    }

    [Fact]
    public async Task People_OverSeveralPages_AreAllThereOnce()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var wanted = simulator.Tenant.Groups.Single(group => group.Id == KnownGroups.Everybody).Members;
        var (found, path) = (new List<string>(), $"/groups/{KnownGroups.Everybody}/{Cast.Replace("microsoft.", "", StringComparison.Ordinal)}?$count=true&$top=200");

        while (path is not null)
        {
            var reply = await simulator.CallAsync("GET", path, headers: Advanced);
            found.AddRange(Ids(reply));
            path = ((string?)reply.Body!["@odata.nextLink"])?.Split("/v1.0")[1];
        }

        found.Order().ShouldBe(wanted.Order());
    }

    [Theory]
    [InlineData("?$count=true", false)]
    [InlineData("", true)]
    public async Task Cast_WithoutHeaderOrCount_IsRefused(string query, bool header)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        (await simulator.CallAsync("GET", $"/groups/{KnownGroups.Crm}/{Cast}{query}", headers: header ? Advanced : [])).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Group_OfNobody_Is404AndWithoutPermission403()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("GET", $"/groups/{Guid.Empty}/{Cast}?$count=true", headers: Advanced)).Status.ShouldBe(404);

        simulator.Use(await simulator.TokenWithAsync("User.Read.All"));
        (await simulator.GetAsync("/groups")).Status.ShouldBe(403);
        (await simulator.CallAsync("GET", $"/groups/{KnownGroups.Crm}/{Cast}?$count=true", headers: Advanced)).Status.ShouldBe(403);
        simulator.Use(await simulator.TokenWithAsync("GroupMember.Read.All"));
        (await simulator.GetAsync("/groups")).Status.ShouldBe(200);
        (await simulator.CallAsync("GET", $"/groups/{KnownGroups.Crm}/{Cast}?$count=true", headers: Advanced)).Status.ShouldBe(200);
    }

    private static IEnumerable<string> Ids(Reply reply) => reply.Body!["value"]!.AsArray().Select(item => (string)item!["id"]!);
}
