using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Temporary access passes: the secret is in the answer to making one, and nowhere else.</summary>
internal sealed class TemporaryAccessPasses(GraphObjects objects, UserFinder users, Passes passes, PassPolicies policies, Faults faults, GraphWrites writes, TimeProvider time) : IGraphPart
{
    private const string All = "/users/{user-id}/authentication/temporaryAccessPassMethods";
    private const string One = $"{All}/{{{IdName}}}";
    private const string IdName = "temporaryAccessPassAuthenticationMethod-id";

    private const int DefaultMinutes = 60;
    private const string SecretLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private const int SecretLength = 12;

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        [$"GET {All}"] = request => users.Find(request) is { } user
            ? Collections.Page(request, passes.Of((string)user["id"]!, request.Lag) is { } pass ? [pass] : [])
            : GraphAnswer.Missing(request.UserId),
        [$"GET {One}"] = request => Find(request) is { } pass ? Collections.One(request, pass) : Missing(),
        [$"POST {All}"] = Make,
        [$"DELETE {One}"] = Delete,
    };

    private static GraphAnswer Missing() => GraphAnswer.Error(404, "resourceNotFound", "The resource could not be found.");

    private static GraphAnswer Refuse(string message) => GraphAnswer.Error(400, "badRequest", message);

    private JsonObject? Find(GraphRequest request) =>
        users.Find(request) is { } user && passes.Of((string)user["id"]!, request.Lag) is { } pass
        && string.Equals((string?)pass["id"], request.Values[IdName], StringComparison.OrdinalIgnoreCase) ? pass : null;

    private GraphAnswer Make(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        if ((string?)user["userType"] == "Guest")
            return Refuse("Temporary Access Pass cannot be added to an external guest user.");
        if (policies.Refusal((string)user["id"]!) is { } forbidden)
            return Refuse(forbidden);
        var (shortest, longest) = (policies.Now.ShortestMinutes, policies.Now.LongestMinutes);
        var now = time.GetUtcNow();
        var minutes = (int?)request.Body?["lifetimeInMinutes"] ?? DefaultMinutes;
        if (minutes < shortest || minutes > longest)
            return Refuse($"Temporary Access Pass lifetime must be between {shortest} and {longest} minutes as the policy says.");
        var start = (string?)request.Body?["startDateTime"] is { } text ? Moments.Parse(text) : now;
        if (start < now.AddMinutes(-1))
            return Refuse("Temporary Access Pass start time cannot be in the past.");
        if (request.Body?["temporaryAccessPass"] is not null || request.Body?["id"] is not null)
            return Refuse("The pass and its id are made by the service.");

        var userId = (string)user["id"]!;
        var pass = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["createdDateTime"] = Moments.Text(now),
            ["startDateTime"] = Moments.Text(start),
            ["lifetimeInMinutes"] = minutes,
            ["isUsableOnce"] = (bool?)request.Body?["isUsableOnce"] ?? false,
        };
        if (faults.Strike("graph", "POST", request.Path, static kind => kind == FaultKind.PassNeverUsed).Count > 0)
            pass[Passes.Never] = true;
        objects.Put(ObjectKind.Pass, userId, pass);
        writes.Note(request, (string)pass["id"]!);
        var shown = passes.Of(userId, TimeSpan.Zero)!;
        shown["temporaryAccessPass"] = RandomNumberGenerator.GetString(SecretLetters, SecretLength);
        return Collections.One(request, shown) with { Status = 201 };
    }

    private GraphAnswer Delete(GraphRequest request)
    {
        if (Find(request) is not { } pass)
            return Missing();
        objects.Put(ObjectKind.Pass, (string)users.Find(request)!["id"]!, null);
        writes.Note(request, (string)pass["id"]!);
        return GraphAnswer.Nothing;
    }
}
