namespace HelpDesk.Simulator.Faulting;

/// <summary>Faults over HTTP: <c>/simulator/faults</c>.</summary>
internal static class FaultEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/faults", static (Faults faults) => faults.All);
        routes.MapPut("/simulator/faults", static (Fault fault, Faults faults) =>
        {
            if (Faults.Objection(fault) is { } objection)
                return Results.BadRequest(new { error = objection });
            faults.Set(fault);
            return Results.NoContent();
        });
        routes.MapDelete("/simulator/faults", static (Faults faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        routes.MapDelete("/simulator/faults/{id}", static (string id, Faults faults) => faults.Remove(id) ? Results.NoContent() : Results.NotFound());
    }
}
