using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Sign-in methods: listing and deleting them in the order Entra wants (contracts: graph-operations 7 to 12).</summary>
internal sealed class AuthenticationMethods(GraphObjects objects, UserFinder users, Passes passes, GraphWrites writes) : IGraphPart
{
    private const string Phone = "phoneAuthenticationMethod";

    // Methods that can be a person's default for a second factor.
    private static readonly string[] SecondFactors = [Phone, "microsoftAuthenticatorAuthenticationMethod", "softwareOathAuthenticationMethod"];

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /users/{user-id}/authentication/methods"] = List,
        [Name("phone", Phone)] = request => Delete(request, Phone),
        [Name("microsoftAuthenticator", "microsoftAuthenticatorAuthenticationMethod")] = request => Delete(request, "microsoftAuthenticatorAuthenticationMethod"),
        [Name("fido2", "fido2AuthenticationMethod")] = request => Delete(request, "fido2AuthenticationMethod"),
        [Name("softwareOath", "softwareOathAuthenticationMethod")] = request => Delete(request, "softwareOathAuthenticationMethod"),
        [Name("windowsHelloForBusiness", "windowsHelloForBusinessAuthenticationMethod")] = request => Delete(request, "windowsHelloForBusinessAuthenticationMethod"),
        ["POST /users/{user-id}/authentication/methods/{authenticationMethod-id}/resetPassword"] = _ => GraphAnswer.Denied(),
    };

    private static string Name(string path, string type) => $"DELETE /users/{{user-id}}/authentication/{path}Methods/{{{type}-id}}";

    private static bool Is(JsonNode? method, string type) => (string?)method!["@odata.type"] == $"#microsoft.graph.{type}";

    private GraphAnswer List(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var id = (string)user["id"]!;
        var methods = objects.Get(ObjectKind.Methods, id, request.Lag)!["value"]!.AsArray().Select(method => method!.AsObject()).ToList();
        if (passes.Of(id, request.Lag) is { } pass)
        {
            pass["@odata.type"] = "#microsoft.graph.temporaryAccessPassAuthenticationMethod";
            methods.Add(pass);
        }

        return Collections.Page(request, methods);
    }

    private GraphAnswer Delete(GraphRequest request, string type)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var userId = (string)user["id"]!;
        var stored = objects.Get(ObjectKind.Methods, userId)!;
        var methods = stored["value"]!.AsArray();
        var methodId = request.Values[$"{type}-id"];
        if (methods.FirstOrDefault(method => Is(method, type) && string.Equals((string?)method!["id"], methodId, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return GraphAnswer.Error(404, "resourceNotFound", "The resource could not be found.");
        if ((string?)found["id"] == MethodSeed.MobilePhone && methods.Any(method => (string?)method!["id"] == MethodSeed.AlternateMobilePhone))
            return GraphAnswer.Error(400, "invalidRequest", "The mobile phone cannot be deleted while an alternate mobile phone exists.");
        if ((string?)stored["default"] == (string?)found["id"])
        {
            if (methods.Any(method => method != found && Array.Exists(SecondFactors, kind => Is(method, kind))))
                return GraphAnswer.Error(400, "methodIsDefault", "The method is the user's default authentication method and cannot be deleted.");
            stored["default"] = null;
        }

        methods.Remove(found);
        objects.Put(ObjectKind.Methods, userId, stored);
        writes.Note(request, (string)found["id"]!);
        return GraphAnswer.Nothing;
    }
}
