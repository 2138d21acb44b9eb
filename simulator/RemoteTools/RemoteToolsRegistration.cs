namespace HelpDesk.Simulator.RemoteTools;

/// <summary>Adds and maps the simulated tools of remote support.</summary>
public static class RemoteToolsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSimulatedRemoteTools(this IServiceCollection services) => services.AddSingleton<RemoteToolStore>().AddSingleton<SimulatedRemoteTools>();

    /// <summary>Maps their interfaces and <c>/simulator/remote-tools</c>: the sessions, people who join and close them, and what goes wrong.</summary>
    public static void MapSimulatedRemoteTools(this IEndpointRouteBuilder routes)
    {
        routes.Map($"{SimulatedRemoteTools.TeamViewer}{{**rest}}", static (string rest, HttpRequest request, SimulatedRemoteTools tools) => tools.TeamViewerAsync(rest, request)).DisableAntiforgery();
        routes.MapPost($"{SimulatedRemoteTools.ScreenConnect}/{{**rest}}", static (string rest, HttpRequest request, SimulatedRemoteTools tools) => tools.ScreenConnectAsync(rest, request)).DisableAntiforgery();
        routes.MapGet($"{SimulatedRemoteTools.Rescue}{{method}}", static (string method, HttpRequest request, SimulatedRemoteTools tools) => tools.RescueCall(method, request));
        routes.MapGet("/simulator/remote-tools", static (RemoteToolStore store) => Results.Json(new { sessions = store.All, commands = store.Commands }));
        routes.MapPost("/simulator/remote-tools/{id}/{act}", static (string id, string act, RemoteToolStore store) => store.Act(id, act) ? Results.NoContent() : Results.NotFound());
        routes.MapPut("/simulator/remote-tools/switches", static (RemoteToolSwitches switches, RemoteToolStore store) => Results.Json(store.Switches = switches));
    }
}
