using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>Intune's second administrator: which actions the tenant protects, and the requests that wait for them.</summary>
internal static class SecondAdministratorPage
{
    private const string Place = "/second-administrator";

    /// <summary>Maps it and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet(Place, static (DeviceApprovals approvals, DirectoryView directory) => Show(approvals, directory));
        forms.MapPost($"{Place}/protect", static async (HttpRequest request, DeviceApprovals approvals) =>
        {
            if (await PageForm.ReadAsync(request) is not { } form)
                return PageFrame.Refused("The form could not be read.", Place);
            var action = form.Text("action");
            var others = approvals.Protected.Where(known => known != action);
            return approvals.Protect([.. form.Text("on") == "true" ? others.Append(action) : others]) ? new SeeOther(Place) : PageFrame.Refused("There is no such action.", Place);
        });
        forms.MapPost($"{Place}/{{id}}", static async (string id, HttpRequest request, DeviceApprovals approvals) =>
            await PageForm.ReadAsync(request) is { } form && approvals.Decide(id, form.Text("decision") == "approve")
                ? new SeeOther(Place)
                : PageFrame.Refused("There is no such request, or it is decided already.", Place));
    }

    private static IResult Show(DeviceApprovals approvals, DirectoryView directory)
    {
        var isProtected = approvals.Protected.ToHashSet(StringComparer.Ordinal);
        return PageFrame.Page("Second administrator", Place, Html.Of($"""
            <p class="lead">Intune's Multi-Admin Approval: a protected action is done only after a second administrator agreed.</p>
            {Blocks.Panel("protected", "Protected actions", Html.Of($"""
                <p class="muted">A pressed button is an action that needs a second administrator.</p>
                <div class="chips">{DeviceActions.Names.Order(StringComparer.Ordinal).Select(action => Button(action, isProtected.Contains(action)))}</div>
                """))}
            {Blocks.Panel("requests", "Requests", Blocks.Table("Requests, newest first", ["Action", "Device", "*Asked", "Why", "State"], approvals.All.Select(request => (IReadOnlyList<Html>)
            [
                Html.Of($"{(string?)request["_action"]}"), Blocks.Device((string)request["_device"]!, (string?)directory.Device((string)request["_device"]!)?["deviceName"]),
                Blocks.When((string?)request["requestDateTime"]), Html.Of($"<bdi>{(string?)request["requestJustification"]}</bdi>"), State(request),
            ])))}
            """));
    }

    private static Html State(JsonObject request)
    {
        var (id, status) = ((string?)request["id"], (string?)request["status"] ?? "");
        if (status != "needsApproval")
            return Blocks.Badge(status is "approved" or "completed" ? "good" : "bad", status);
        return Html.Of($"""
            <form method="post" action="{Place}/{id}"><div class="chips"><button name="decision" value="approve">Approve</button><button class="quiet" name="decision" value="reject">Reject</button></div></form>
            """);
    }

    private static Html Button(string action, bool isOn) => Html.Of($"""
        <form method="post" action="{Place}/protect"><input type="hidden" name="action" value="{action}"><input type="hidden" name="on" value="{(isOn ? "false" : "true")}"><button class="chip" aria-pressed="{(isOn ? "true" : "false")}">{action}</button></form>
        """);
}
