using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The report on who registered what: self-service reset is off for everybody at the start, as a test sets it afterwards.</summary>
internal sealed class RegistrationDetails(SimulatorStore store, GraphObjects objects, TimeProvider time) : IGraphPart
{
    private const string Kind = "graph-registration";
    private const string IdName = "userRegistrationDetails-id";

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        [$"GET /reports/authenticationMethods/userRegistrationDetails/{{{IdName}}}"] = request =>
            objects.Get(ObjectKind.User, request.Values[IdName], request.Lag) is { } user ? Collections.One(request, Shown(user)) : GraphAnswer.Missing(request.Values[IdName]),
    };

    /// <summary>Says whether a person can reset their password, and how old the report is.</summary>
    public void Put(string userId, SimulatedRegistration registration) => store.Put(Kind, userId.ToLowerInvariant(), registration);

    private JsonObject Shown(JsonObject user)
    {
        var id = (string)user["id"]!;
        var found = store.Get<SimulatedRegistration>(Kind, id.ToLowerInvariant()) ?? new SimulatedRegistration(false);
        return new JsonObject
        {
            ["id"] = id, ["userPrincipalName"] = (string?)user["userPrincipalName"], ["userDisplayName"] = (string?)user["displayName"],
            ["userType"] = string.Equals((string?)user["userType"], "Guest", StringComparison.OrdinalIgnoreCase) ? "guest" : "member",
            ["isAdmin"] = false, ["isSsprRegistered"] = found.CanReset, ["isSsprEnabled"] = found.CanReset, ["isSsprCapable"] = found.CanReset, ["isMfaRegistered"] = true, ["isMfaCapable"] = true, ["isPasswordlessCapable"] = false,
            ["methodsRegistered"] = new JsonArray("mobilePhone", "microsoftAuthenticatorPush"),
            ["lastUpdatedDateTime"] = Moments.Text(time.GetUtcNow().AddHours(-found.HoursOld)),
        };
    }
}

/// <summary>What the report says of a person (<c>PUT /simulator/registration/{id}</c>).</summary>
/// <param name="CanReset">True when they can reset their password themself.</param>
/// <param name="HoursOld">Age of the report. Default 2.</param>
public sealed record SimulatedRegistration(bool CanReset, int HoursOld = 2);
