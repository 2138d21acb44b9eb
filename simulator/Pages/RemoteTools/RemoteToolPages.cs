using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.RemoteTools;

namespace HelpDesk.Simulator.Pages.RemoteTools;

/// <summary>The page of the simulated tools of remote support: the sessions, and a customer who joins or leaves.</summary>
internal static class RemoteToolPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/remote-tools", static (RemoteToolStore store) => Page.Show<RemoteToolListPage>(new(StringComparer.Ordinal) { [nameof(RemoteToolListPage.Sessions)] = store.All }));
        // Where the links of both sides lead.
        routes.MapGet("/remote-tools/{side}/{id}", static (string side, string id, RemoteToolStore store) => side is "join" or "support" && store.Find(id) is { } session
            ? Page.Show<RemoteToolListPage>(new(StringComparer.Ordinal) { [nameof(RemoteToolListPage.Sessions)] = new[] { session } })
            : Page.Missing("session", "/remote-tools"));
        forms.MapPost("/remote-tools/{id}", static async (string id, HttpRequest request, RemoteToolStore store) =>
            await PageForm.ReadAsync(request) is { } form && store.Act(id, form.Text("act")) ? new SeeOther("/remote-tools") : Page.Refused("This session doesn't exist.", "/remote-tools"));
    }
}
