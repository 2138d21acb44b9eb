namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>The model over HTTP: <c>/simulator/throttling</c>.</summary>
internal static class ThrottleEndpoints
{
    /// <summary>Maps it: what was counted, and setting the limits (<c>None</c> switches them off), which counts anew.</summary>
    public static void MapThrottling(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/throttling", static (ThrottleModel model) => model.Figures);
        routes.MapPut("/simulator/throttling/{size}", static (ModelSize size, ThrottleModel model) =>
        {
            if (!Enum.IsDefined(size))
                return Results.BadRequest(new { error = $"size must be one of {string.Join(", ", Enum.GetNames<ModelSize>())}" });
            model.Set(size);
            return Results.NoContent();
        });
    }
}
