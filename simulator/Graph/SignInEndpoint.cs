using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;

namespace HelpDesk.Simulator.Graph;

/// <summary>A person signs in with a temporary access pass, as tests need it: <c>POST /simulator/users/{id}/sign-in</c>.</summary>
internal static class SignInEndpoint
{
    /// <summary>Maps it. The pass itself is not asked for: nobody keeps it to compare.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/simulator/users/{id}/sign-in", static (string id, GraphObjects objects, Passes passes) =>
            objects.Get(ObjectKind.User, id) is not { } user ? Results.NotFound(new { error = "no such user" })
            : (bool?)user["accountEnabled"] == false ? Results.Conflict(new { error = "AADSTS50057: the user account is disabled" })
            : passes.SignIn(id) ? Results.NoContent()
            : Results.Conflict(new { error = "AADSTS130503: the temporary access pass cannot be used" }));
}
