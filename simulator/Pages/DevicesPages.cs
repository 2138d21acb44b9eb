using System.Text.Json.Nodes;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>Devices: the list and each of them.</summary>
internal static class DevicesPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/devices", List);
        routes.MapGet("/devices/{id}", static (string id, DirectoryView directory) => directory.Device(id) is { } device ? One(device, directory) : Gone(id, directory));
    }

    private static IResult List(HttpRequest request, DirectoryView directory)
    {
        var page = Listing<JsonObject>.Of(
            request.Query, directory.Devices, static device => [(string?)device["deviceName"], (string?)device["userDisplayName"], (string?)device["serialNumber"], (string?)device["operatingSystem"], (string?)device["model"]]);
        return PageFrame.Page("Devices", "/devices", Html.Of($"""
            {Blocks.Search("/devices", "Name, owner, system, model or serial number", page.Search)}
            <p role="status">{page.Total} devices</p>
            <div class="panel">{Blocks.Table("Devices", ["Name", "Owner", "*System", "*Model", "*Last sync", "State"], page.Items.Select(static device => (IReadOnlyList<Html>)
            [
                Blocks.Device((string)device["id"]!, (string?)device["deviceName"]), Owner(device) ?? Html.Of($"<span class=\"muted\">nobody</span>"),
                Html.Of($"{(string?)device["operatingSystem"]} {(string?)device["osVersion"]}"), Html.Of($"{(string?)device["manufacturer"]} {(string?)device["model"]}"),
                Blocks.When((string?)device["lastSyncDateTime"]), State(device),
            ]))}</div>
            {Blocks.Pager("/devices", page.Search, page.Number, page.Pages)}
            """));
    }

    private static IResult One(JsonObject device, DirectoryView directory)
    {
        var id = (string)device["id"]!;
        var actions = device["deviceActionResults"]!.AsArray().Select(static action => action!.AsObject()).OrderByDescending(static action => (string?)action["startDateTime"], StringComparer.Ordinal);
        return PageFrame.Page((string?)device["deviceName"] ?? id, "/devices", Html.Of($"""
            <p class="lead">{(string?)device["manufacturer"]} {(string?)device["model"]} {State(device)}</p>
            {Blocks.Panel("state", "State", Blocks.Facts(
                ("Owner", Owner(device)),
                ("System", Html.Of($"{(string?)device["operatingSystem"]} {(string?)device["osVersion"]}")),
                ("Serial number", Html.Of($"<code>{(string?)device["serialNumber"]}</code>")),
                ("Belongs to", Html.Of($"{((string?)device["managedDeviceOwnerType"] == "company" ? "the organisation" : "the person")}")),
                ("Management", Blocks.Text((string?)device["managementState"])),
                ("Reachable", Html.Of($"{((bool?)device[Graph.Objects.DeviceSeed.IsOnline] == false ? "no: actions stay pending" : "yes")}")),
                ("Last sync", Blocks.When((string?)device["lastSyncDateTime"])),
                ("Enrolled", Blocks.When((string?)device["enrolledDateTime"])),
                ("Intune id", Html.Of($"<code>{id}</code>")),
                ("Entra device id", Html.Of($"<code>{(string?)device["azureADDeviceId"]}</code>"))), Html.Of($"<p class=\"muted\"><a href=\"/simulator/devices/{Uri.EscapeDataString(id)}\">as JSON</a></p>"))}
            {Blocks.Panel("actions", "Actions", Blocks.Table("Actions, newest first", ["Action", "Told", "*Last change", "Progress"], actions.Select(static action => (IReadOnlyList<Html>)
            [
                Html.Of($"{(string?)action["actionName"]}"), Blocks.When((string?)action["startDateTime"]), Blocks.When((string?)action["lastUpdatedDateTime"]), Progress((string?)action["actionState"] ?? ""),
            ])))}
            {Effects(id, directory)}
            """));
    }

    // A wiped device has left; what happened to it has not.
    private static IResult Gone(string id, DirectoryView directory) => directory.EffectsOn(id).Count == 0
        ? PageFrame.Missing("device", "/devices")
        : PageFrame.Page("A device that has left Intune", "/devices", Html.Of($"<p class=\"lead\"><code>{id}</code></p>{Effects(id, directory)}"));

    private static Html Effects(string id, DirectoryView directory) => Blocks.Panel("effects", "What happened to it", EffectTable.Of(directory.EffectsOn(id), "Effects, newest first"));

    private static Html? Owner(JsonObject device) =>
        (string?)device["userId"] is { Length: > 0 } owner ? Blocks.Person(owner, (string?)device["userDisplayName"]) : null;

    private static Html State(JsonObject device) => (string?)device["managementState"] is { } management and not "managed"
        ? Blocks.Badge("wait", management)
        : (string?)device["complianceState"] == "compliant" ? Blocks.Badge("good", "Compliant") : Blocks.Badge("bad", "Not compliant");

    private static Html Progress(string state) => Blocks.Badge(state switch { "done" => "good", "pending" or "active" => "wait", "failed" or "notSupported" => "bad", _ => "plain" }, state);
}
