namespace HelpDesk.Simulator.Graph;

/// <summary>Simulated Entra ID, Intune and the rest of Microsoft Graph v1.0.</summary>
internal static class GraphEndpoints
{
    /// <summary>Adds its services.</summary>
    public static IServiceCollection AddSimulatedGraph(this IServiceCollection services) => services;

    /// <summary>Maps it.</summary>
    public static void MapSimulatedGraph(this IEndpointRouteBuilder routes) => _ = routes;
}
