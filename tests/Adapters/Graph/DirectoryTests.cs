using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

/// <summary>What the directory makes of answers that no well-behaved tenant gives.</summary>
public class DirectoryTests
{
    private const string Anna = "10000000-0000-4000-8000-000000000001";
    private const string Ben = "10000000-0000-4000-8000-000000000002";
    private const string Admins = "20000000-0000-4000-8000-000000000001";
    private const string Inviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("anna@example")]
    [InlineData(" anna@example.com")]
    [InlineData("anna@example.com\n")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("anna@example.com;ben@example.com")]
    [InlineData("anna@example.com' or accountEnabled eq true or mail eq '")]
    [InlineData("ännä@example.com")]
    public async Task Address_ThatIsNone_IsNotEvenAskedFor(string address)
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Page(User(Anna, address)));

        (await Find(graph, address)).ShouldBeNull();

        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Address_WithAQuote_IsEscapedInTheFilter()
    {
        await using var graph = ScriptedGraph.Answering(Tenant(User(Anna, "sean.o'brien@example.com")));

        (await Find(graph, "sean.o'brien@example.com"))!.Id.ShouldBe(new PersonId(Anna));

        graph.Requests.First().Query["$filter"].ShouldBe("userPrincipalName eq 'sean.o''brien@example.com' or mail eq 'sean.o''brien@example.com'");
    }

    [Fact]
    public async Task Address_ThatOnlyResembles_IsNobody()
    {
        await using var graph = ScriptedGraph.Answering(Tenant(User(Anna, "anna.bell@example.com")));

        (await Find(graph, "anna@example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task Address_OfTwoPeople_IsNobody()
    {
        await using var graph = ScriptedGraph.Answering(Tenant(User(Anna, "anna@example.com"), User(Ben, "ben@example.com", mail: "Anna@Example.com")));

        (await Find(graph, "anna@example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task Id_ThatIsNoObjectId_IsNobody()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Json(User(Anna, "anna@example.com")));

        (await graph.Get<IDirectory>().GetPersonAsync(new PersonId("anna@example.com"), CancellationToken.None)).ShouldBeNull();
        (await graph.Get<IDirectory>().GetPersonAsync(new PersonId("../groups/x"), CancellationToken.None)).ShouldBeNull();

        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Groups_OverSeveralPages_AreAllThere()
    {
        await using var graph = Paged();

        var person = await graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None);

        person!.GroupIds.ShouldBe(["20000000-0000-4000-8000-000000000002", "20000000-0000-4000-8000-000000000003"]);
        (await graph.Get<IDirectory>().IsMemberAsync(new PersonId(Anna), new GroupId("20000000-0000-4000-8000-000000000003"), CancellationToken.None)).ShouldBeTrue();
        (await graph.Get<IDirectory>().IsMemberAsync(new PersonId(Anna), new GroupId(Admins), CancellationToken.None)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("direct", "Guest Inviter")]
    [InlineData("custom", "the role c0000000-0000-4000-8000-000000000001")]
    [InlineData("more-than-a-page", "Guest Inviter, perhaps a role, which cannot be read")]
    [InlineData("no-id", "perhaps a role, which cannot be read")]
    [InlineData("role", "User administrators of ours")]
    [InlineData("role-and-direct", "Guest inviters of ours")]
    [InlineData("group", "Guest Inviter, membership in a role-assignable group")]
    [InlineData("group-without-role", "membership in a role-assignable group")]
    [InlineData("hidden-group", "Guest Inviter")]
    [InlineData("forbidden", "perhaps a role, which cannot be read")]
    [InlineData("eligible", "eligibility for Global Administrator")]
    [InlineData("eligible-group", "Guest Inviter, eligibility for a role-assignable group")]
    [InlineData("eligible-plain-group", "")]
    [InlineData("eligible-hidden-group", "Guest Inviter, perhaps a role, which cannot be read")]
    [InlineData("eligible-through-group", "eligibility for Global Administrator, membership in a role-assignable group")]
    [InlineData("eligible-forbidden", "perhaps a role, which cannot be read")]
    [InlineData("eligible-group-forbidden", "perhaps a role, which cannot be read")]
    [InlineData("eligible-unlicensed", "")]
    public async Task Roles_HeldAnyWayOrUnknown_AreNamed(string way, string names)
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path switch
        {
            $"/users/{Anna}/transitiveMemberOf" => ScriptedAnswer.Page(way switch
            {
                "role" => [Role("fe930be7-5e62-47db-91af-98c3a49a38b1", "User administrators of ours")],
                "role-and-direct" => [Role(Inviter, "Guest inviters of ours")],
                "group" or "group-without-role" => [Group(Admins, "Admins", isRole: true)],
                "hidden-group" => [Group(Admins, null)],
                "eligible-through-group" => [Group(Admins, "Admins", isRole: true)],
                _ => [Group(Admins, "Sales")],
            }),
            "/roleManagement/directory/roleAssignments" when way == "forbidden" => ScriptedAnswer.Error(403, "Authorization_RequestDenied"),
            "/roleManagement/directory/roleAssignments" => Roles(request, way),
            "/roleManagement/directory/roleEligibilityScheduleInstances" => EligibleRoles(request, way),
            "/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances" => EligibleGroups(way),
            $"/groups/{Admins}" => ScriptedAnswer.Json(Group(Admins, way == "eligible-hidden-group" ? null : "Admins", isRole: way == "eligible-group")),
            _ => ScriptedAnswer.Json(User(Anna, "anna@example.com")),
        });

        var anna = (await graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None))!;

        string.Join(", ", anna.Roles.Select(role => role.Name)).ShouldBe(names);
        anna.IsPrivileged.ShouldBe(names.Length > 0);
        anna.Roles.Where(role => role.Name == "Guest Inviter").ShouldAllBe(role => role.TemplateId == Inviter);
        if (way == "forbidden")
            graph.Log.All.ShouldContain("RoleManagement.Read.Directory");
        if (way == "eligible-forbidden")
            graph.Log.All.ShouldContain("RoleEligibilitySchedule.Read.Directory");
        if (way == "eligible-group-forbidden")
            graph.Log.All.ShouldContain("PrivilegedEligibilitySchedule.Read.AzureADGroup");
    }

    [Theory]
    [InlineData("Member", true)]
    [InlineData("Guest", false)]
    public async Task Names_MissingAltogether_MeanAServiceAccountButForGuests(string userType, bool isFunctional)
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path == "/users"
            ? ScriptedAnswer.Page(new { id = Anna, userPrincipalName = "anna@example.com", mail = "anna@example.com", displayName = "anna", userType, accountEnabled = true })
            : ScriptedAnswer.Page());

        var person = (await Find(graph, "anna@example.com"))!;

        (person.IsFunctional, person.IsGuest).ShouldBe((isFunctional, userType == "Guest"));
    }

    [Theory]
    [InlineData("Member", "anna@example.com", null, null, false)]
    [InlineData("Guest", "anna@example.com", null, null, true)]
    [InlineData("Member", "anna_partner.example#EXT#@example.com", null, null, true)]
    [InlineData("Member", "anna_partner.example#ext#@example.com", null, null, true)]
    [InlineData("Member", "anna@example.com", "PendingAcceptance", null, true)]
    [InlineData("Member", "anna@example.com", null, "Invitation", true)]
    [InlineData(null, "anna@example.com", null, null, false)]
    public async Task Identity_OfAnotherTenant_IsOneWhateverItsUserType(string? userType, string name, string? state, string? creation, bool isGuest)
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path == $"/users/{Anna}"
            ? ScriptedAnswer.Json(new { id = Anna, userPrincipalName = name, displayName = "Anna", givenName = "Anna", userType, externalUserState = state, creationType = creation, accountEnabled = true })
            : ScriptedAnswer.Page());

        (await graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None))!.IsGuest.ShouldBe(isGuest);
    }

    [Theory]
    [InlineData(null, "low", "atRisk", AccountRisk.Low)]
    [InlineData(null, "high", "atRisk", AccountRisk.High)]
    [InlineData(null, "none", "dismissed", AccountRisk.None)]
    [InlineData(null, "none", "confirmedCompromised", AccountRisk.Confirmed)]
    [InlineData(null, "hidden", "atRisk", AccountRisk.Unknown)]
    [InlineData(null, "unknownFutureValue", "atRisk", AccountRisk.Unknown)]
    [InlineData("Authorization_RequestDenied", null, null, AccountRisk.Unknown)]
    public async Task Risk_HiddenOrOfAKindNobodyKnows_IsUnknown(string? denied, string? level, string? state, AccountRisk risk)
    {
        await using var graph = ScriptedGraph.Answering(_ =>
            denied is not null ? ScriptedAnswer.Error(403, denied) : ScriptedAnswer.Page(new { id = Anna, riskLevel = level, riskState = state }));

        (await graph.Get<IDirectory>().GetRiskAsync(new PersonId(Anna), CancellationToken.None)).ShouldBe(risk);
    }

    [Fact]
    public async Task Risks_OfATenantThatMayNotSeeThem_AreUnknownAndNotNone()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(403, "Authorization_RequestDenied"));

        (await graph.Get<IDirectory>().GetRisksAsync(CancellationToken.None)).ShouldBeNull();
    }

    private static ScriptedAnswer Roles(ScriptedRequest request, string way)
    {
        var holder = way switch { "direct" or "custom" or "no-id" or "more-than-a-page" or "role-and-direct" => Anna, "group" or "hidden-group" or "eligible-group" or "eligible-hidden-group" => Admins, _ => "" };
        var role = way switch { "custom" => "c0000000-0000-4000-8000-000000000001", "no-id" => null, _ => Inviter };
        if (request.Query["$filter"] != $"principalId eq '{holder}'")
            return ScriptedAnswer.Page();
        var page = new Dictionary<string, object?> { ["value"] = new[] { new { id = "1", principalId = holder, roleDefinitionId = role } } };
        if (way == "more-than-a-page")
            page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments?$skiptoken=2";
        return ScriptedAnswer.Json(page);
    }

    private static ScriptedAnswer EligibleRoles(ScriptedRequest request, string way) => way switch
    {
        "eligible-forbidden" => ScriptedAnswer.Error(403, "Authorization_RequestDenied"),
        "eligible-unlicensed" => ScriptedAnswer.Error(400, "AadPremiumLicenseRequired"),
        "eligible" or "eligible-through-group" when request.Query["$filter"] == $"principalId eq '{(way == "eligible" ? Anna : Admins)}'" =>
            ScriptedAnswer.Page(new { id = "1", principalId = Anna, roleDefinitionId = "62e90394-69f5-4237-9190-012177145e10" }),
        _ => ScriptedAnswer.Page(),
    };

    private static ScriptedAnswer EligibleGroups(string way) => way switch
    {
        "eligible-group-forbidden" => ScriptedAnswer.Error(403, "Authorization_RequestDenied"),
        "eligible-unlicensed" => ScriptedAnswer.Error(400, "AadPremiumLicenseRequired"),
        "eligible-group" or "eligible-plain-group" or "eligible-hidden-group" => ScriptedAnswer.Page(new { id = "1", principalId = Anna, groupId = Admins, accessId = "member" }),
        _ => ScriptedAnswer.Page(),
    };

    private static Dictionary<string, object?> Role(string templateId, string name) =>
        new() { ["@odata.type"] = "#microsoft.graph.directoryRole", ["id"] = Admins, ["roleTemplateId"] = templateId, ["displayName"] = name };

    private static Func<ScriptedRequest, ScriptedAnswer> Tenant(params object[] users) => request =>
        request.Path == "/users" ? ScriptedAnswer.Page(users) : ScriptedAnswer.Page();

    private static ScriptedGraph Paged()
    {
        ScriptedGraph? graph = null;
        return graph = ScriptedGraph.Answering(request => (request.Path, request.Query.ContainsKey("$skiptoken")) switch
        {
            ($"/users/{Anna}/transitiveMemberOf", false) => ScriptedAnswer.Json(new Dictionary<string, object>
            {
                ["value"] = new[] { Group("20000000-0000-4000-8000-000000000003", "B") },
                ["@odata.nextLink"] = $"{graph!.Url}/v1.0/users/{Anna}/transitiveMemberOf?$skiptoken=2",
            }),
            ($"/users/{Anna}/transitiveMemberOf", true) => ScriptedAnswer.Page(Group("20000000-0000-4000-8000-000000000002", "A")),
            (var path, _) when path.StartsWith("/roleManagement/", StringComparison.Ordinal) || path.StartsWith("/identityGovernance/", StringComparison.Ordinal) => ScriptedAnswer.Page(),
            _ => ScriptedAnswer.Json(User(Anna, "anna@example.com")),
        });
    }

    private static Dictionary<string, object?> Group(string id, string? name, bool isRole = false) =>
        new(StringComparer.Ordinal) { ["@odata.type"] = "#microsoft.graph.group", ["id"] = id, ["displayName"] = name, ["isAssignableToRole"] = isRole ? true : null };

    private static object User(string id, string name, string? mail = null) => new { id, userPrincipalName = name, mail = mail ?? name, displayName = "Somebody", givenName = "Some", accountEnabled = true };

    private static Task<Person?> Find(ScriptedGraph graph, string address) => graph.Get<IDirectory>().FindByAddressAsync(address, CancellationToken.None);
}
