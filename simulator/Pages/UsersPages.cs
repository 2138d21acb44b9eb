using System.Text.Json.Nodes;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>People: the list and each account.</summary>
internal static class UsersPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users", List);
        routes.MapGet("/users/{id}", static (string id, DirectoryView directory) => directory.User(id) is { } user ? One(user, directory) : PageFrame.Missing("person", "/users"));
    }

    private static IResult List(HttpRequest request, DirectoryView directory)
    {
        var page = Listing<JsonObject>.Of(
            request.Query, directory.Users, static user => [(string?)user["displayName"], (string?)user["userPrincipalName"], (string?)user["department"], (string?)user["jobTitle"]]);
        return PageFrame.Page("People", "/users", Html.Of($"""
            {Blocks.Search("/users", "Name, address, department or job title", page.Search)}
            <p role="status">{page.Total} people</p>
            <div class="panel">{Blocks.Table("People", ["Name", "*Address", "*Department", "*Job title", "Account"], page.Items.Select(static user => (IReadOnlyList<Html>)
            [
                Blocks.Person((string)user["id"]!, (string?)user["displayName"]), Html.Of($"{(string?)user["userPrincipalName"]}"), Html.Of($"{(string?)user["department"]}"),
                Html.Of($"{(string?)user["jobTitle"]}"), Account(user),
            ]))}</div>
            {Blocks.Pager("/users", page.Search, page.Number, page.Pages)}
            """));
    }

    private static IResult One(JsonObject user, DirectoryView directory)
    {
        var id = (string)user["id"]!;
        var manager = directory.ManagerOf(id) is { } managerId ? directory.User(managerId) : null;
        return PageFrame.Page((string?)user["displayName"] ?? id, "/users", Html.Of($"""
            <p class="lead"><bdi>{(string?)user["jobTitle"]}</bdi> {Account(user)}</p>
            {Blocks.Panel("account", "Account", Blocks.Facts(
                ("Sign-in name", Blocks.Text((string?)user["userPrincipalName"])),
                ("Mail", Blocks.Text((string?)user["mail"])),
                ("Department", Blocks.Text((string?)user["department"])),
                ("Manager", manager is null ? null : Blocks.Person((string)manager["id"]!, (string?)manager["displayName"])),
                ("Usage location", Blocks.Text((string?)user["usageLocation"])),
                ("Mobile phone", Blocks.Text((string?)user["mobilePhone"])),
                ("Sessions valid from", Blocks.When((string?)user["signInSessionsValidFromDateTime"])),
                ("Password changed", Blocks.When((string?)user["lastPasswordChangeDateTime"])),
                ("Kind", Html.Of($"{((string?)user["userType"] == "Guest" ? "Guest" : "Member")}{((bool?)user["onPremisesSyncEnabled"] == true ? ", owned by Active Directory on premises" : "")}")),
                ("Directory roles", Blocks.Text(string.Join(", ", directory.RolesOf(id)))),
                ("Risk", Blocks.Text(directory.RiskOf(id) is { } risk ? $"{risk["riskLevel"]}, {risk["riskState"]}" : null)),
                ("Object id", Html.Of($"<code>{id}</code>"))), Html.Of($"<p class=\"muted\"><a href=\"/simulator/users/{Uri.EscapeDataString(id)}\">as JSON</a></p>"))}
            <div class="columns">
            {Blocks.Panel("groups", "Groups", Entries(directory.GroupsOf(id).Select(group => Html.Of($"<a href=\"/groups#{group}\"><bdi>{(string?)directory.Group(group)?["displayName"]}</bdi></a>"))))}
            {Blocks.Panel("licences", "Licences", Entries(DirectoryView.LicencesOf(user).Select(static licence => Html.Of($"{licence}"))))}
            {Blocks.Panel("methods", "Sign-in methods", Entries(directory.MethodsOf(id).Select(Method).Concat(Pass(directory.PassOf(id)))))}
            {Blocks.Panel("devices", "Devices", Entries(directory.DevicesOf(id).Select(static device => Blocks.Device((string)device["id"]!, (string?)device["deviceName"]))))}
            </div>
            {Blocks.Panel("effects", "What happened to it", EffectTable.Of(directory.EffectsOn(id), "Effects, newest first"))}
            """));
    }

    private static Html Account(JsonObject user) => (bool?)user["accountEnabled"] == true ? Blocks.Badge("good", "Enabled") : Blocks.Badge("bad", "Disabled");

    private static Html Entries(IEnumerable<Html> entries) => entries.ToList() is { Count: > 0 } list
        ? Html.Of($"<ul class=\"plain\">{list.Select(static entry => Html.Of($"<li>{entry}</li>"))}</ul>")
        : Html.Of($"<p class=\"muted\">None.</p>");

    private static Html Method(JsonObject method)
    {
        var detail = (string?)method["phoneNumber"] ?? (string?)method["displayName"];
        return Html.Of($"{Kind((string?)method["@odata.type"])}{(detail is null ? "" : $": {detail}")}");
    }

    private static IEnumerable<Html> Pass(JsonObject? pass)
    {
        if (pass is not null)
            yield return Html.Of($"Temporary access pass, {((bool?)pass["isUsableOnce"] == true ? "once" : "more than once")}, {(int)pass["lifetimeInMinutes"]!} min from {Blocks.When((string?)pass["startDateTime"])} {((bool?)pass["isUsable"] == true ? Blocks.Badge("good", "Usable") : Blocks.Badge("plain", (string?)pass["methodUsabilityReason"] ?? ""))}");
    }

    private static string Kind(string? type) => type?.Split('.')[^1] switch
    {
        "passwordAuthenticationMethod" => "Password",
        "phoneAuthenticationMethod" => "Phone",
        "microsoftAuthenticatorAuthenticationMethod" => "Microsoft Authenticator",
        "fido2AuthenticationMethod" => "Security key",
        "softwareOathAuthenticationMethod" => "One-time codes",
        "windowsHelloForBusinessAuthenticationMethod" => "Windows Hello",
        var other => other ?? "Method",
    };
}
