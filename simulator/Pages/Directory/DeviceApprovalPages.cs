using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Pages.Layout;

namespace HelpDesk.Simulator.Pages.Directory;

/// <summary>Intune's Multi Admin Approval: which actions the tenant protects, and the requests that wait for a second administrator.</summary>
internal static class DeviceApprovalPages
{
    /// <summary>Path of the page.</summary>
    public const string Place = "/second-administrator";

    /// <summary>Maps it and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet(Place, static () => Page.Show<DeviceApprovalPage>());
        forms.MapPost($"{Place}/protect", static async (HttpRequest request, DeviceApprovals approvals) =>
        {
            if (await PageForm.ReadAsync(request) is not { } form)
                return Page.Refused("The form could not be read.", Place);
            var action = form.Text("action");
            var others = approvals.Protected.Where(known => known != action);
            return approvals.Protect([.. form.Text("on") == "true" ? others.Append(action) : others]) ? new SeeOther(Place) : Page.Refused("This device action doesn't exist.", Place);
        });
        forms.MapPost($"{Place}/{{id}}", static async (string id, HttpRequest request, DeviceApprovals approvals) =>
            await PageForm.ReadAsync(request) is { } form && approvals.Decide(id, form.Text("decision") == "approve")
                ? new SeeOther(Place)
                : Page.Refused("This request doesn't exist or is already decided.", Place));
    }
}
