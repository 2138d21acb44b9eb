using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Graph.Tokens;

namespace HelpDesk.Simulator.Graph;

/// <summary>Simulated Entra ID, Intune and the rest of Microsoft Graph v1.0.</summary>
internal static class GraphEndpoints
{
    private const string Version = "/v1.0";
    private const string ClientRequestId = "client-request-id";

    /// <summary>Adds its services.</summary>
    public static IServiceCollection AddSimulatedGraph(this IServiceCollection services)
    {
        services.AddSingleton<GraphContract>().AddSingleton<GraphSeeds>().AddSingleton<GraphObjects>().AddSingleton<TokenIssuer>();
        services.AddSingleton<GraphWrites>().AddSingleton<UserFinder>().AddSingleton<Membership>().AddSingleton<SimulatedRoles>().AddSingleton<Passes>();
        services.AddSingleton<GraphPipeline>();
        Add<Users>();
        Add<UserChanges>();
        Add<Groups>();
        Add<AuthenticationMethods>();
        Add<TemporaryAccessPasses>();
        Add<Licences>();
        Add<LicenceChanges>();
        Add<Devices>();
        Add<DeviceActions>();
        Add<LocalCredentials>();
        Add<RiskyUsers>();
        Add<SignIns>();
        Add<RoleAssignments>();
        Add<Mail>();
        return services;

        void Add<T>()
            where T : class, IGraphPart => services.AddSingleton<T>().AddSingleton<IGraphPart>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Maps it under <c>/v1.0</c>, and the token endpoint.</summary>
    public static void MapSimulatedGraph(this IEndpointRouteBuilder routes)
    {
        routes.MapTokens();
        routes.Map($"{Version}/{{**rest}}", HandleAsync);
    }

    private static async Task HandleAsync(HttpContext context, GraphPipeline pipeline, TokenIssuer tokens, TimeProvider time)
    {
        var request = context.Request;
        var requestId = Guid.NewGuid().ToString();
        var clientRequestId = request.Headers[ClientRequestId].ToString() is { Length: > 0 and <= 64 } own ? own : requestId;
        var (roles, reason) = tokens.Read(request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null);
        GraphAnswer answer;
        if (roles is null)
        {
            answer = GraphAnswer.Error(401, "InvalidAuthenticationToken", reason);
        }
        else
        {
            using var reader = new StreamReader(request.Body);
            answer = pipeline.Handle(new GraphCall(
                request.Method,
                request.Path.Value![Version.Length..],
                request.Query.ToDictionary(option => option.Key, option => option.Value.ToString(), StringComparer.Ordinal),
                await reader.ReadToEndAsync(context.RequestAborted),
                roles,
                clientRequestId,
                $"{request.Scheme}://{request.Host}{Version}",
                request.Headers.UserAgent.Count > 0));
        }

        await WriteAsync(context.Response, answer, requestId, clientRequestId, time);
    }

    private static async Task WriteAsync(HttpResponse response, GraphAnswer answer, string requestId, string clientRequestId, TimeProvider time)
    {
        response.StatusCode = answer.Status;
        response.Headers["request-id"] = requestId;
        response.Headers[ClientRequestId] = clientRequestId;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.Body is not { } body)
            return;
        if (body["error"] is JsonObject error)
        {
            error["innerError"] = new JsonObject
            {
                ["date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                ["request-id"] = requestId,
                [ClientRequestId] = clientRequestId,
            };
        }

        response.ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8";
        await response.WriteAsync(body.ToJsonString(), response.HttpContext.RequestAborted);
    }
}
