using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.Graph.Tokens;

namespace HelpDesk.Simulator.Graph;

/// <summary>Simulated Entra ID, Intune and the rest of Microsoft Graph v1.0.</summary>
internal static class GraphEndpoints
{
    private const string Version = "/v1.0";
    private const string Beta = "/beta";

    /// <summary>Adds its services.</summary>
    public static IServiceCollection AddSimulatedGraph(this IServiceCollection services)
    {
        services.AddSingleton<GraphContract>().AddSingleton<GraphSeeds>().AddSingleton<GraphObjects>().AddSingleton<TokenIssuer>();
        services.AddSingleton<GraphWrites>().AddSingleton<UserFinder>().AddSingleton<DeviceApprovals>().AddSingleton<Membership>().AddSingleton<SimulatedRoles>().AddSingleton<Passes>();
        services.AddSingleton<ThrottleModel>().AddSingleton<GraphPipeline>();
        Add<Users>();
        Add<UserChanges>();
        Add<Groups>();
        Add<AuthenticationMethods>();
        Add<PassPolicies>();
        Add<TemporaryAccessPasses>();
        Add<Licences>();
        Add<LicenceChanges>();
        Add<Devices>();
        Add<DeviceActions>();
        Add<DetectedApps>();
        Add<LocalCredentials>();
        Add<BitLockerKeys>();
        Add<DeviceApprovalRequests>();
        Add<RiskyUsers>();
        Add<SignIns>();
        Add<DirectoryAudits>();
        Add<RoleAssignments>();
        Add<Eligibilities>();
        Add<Mail>();
        Add<Mailbox>();
        Add<Subscriptions>();
        Add<ConditionalAccess>();
        Add<RegistrationDetails>();
        return services;

        void Add<T>()
            where T : class, IGraphPart => services.AddSingleton<T>().AddSingleton<IGraphPart>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Maps it under <c>/v1.0</c>, and the token endpoint.</summary>
    public static void MapSimulatedGraph(this IEndpointRouteBuilder routes)
    {
        routes.MapTokens();
        routes.MapThrottling();
        routes.MapSignIn();
        routes.MapObjects();
        routes.MapDeviceApprovals();
        routes.MapDirectoryControl();
        routes.Map($"{Version}/{{**rest}}", HandleAsync);
        routes.Map($"{Beta}/{{**rest}}", HandleAsync);
    }

    private static async Task HandleAsync(HttpContext context, GraphPipeline pipeline, TokenIssuer tokens, TimeProvider time)
    {
        context.TraceIdentifier = Guid.NewGuid().ToString();
        var request = context.Request;
        var version = request.Path.StartsWithSegments(Beta, StringComparison.Ordinal) ? Beta : Version;
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
                request.Path.Value![version.Length..],
                GraphQuery.Of(request.Query),
                request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted),
                roles,
                tokens.ClientOf(request.Headers.Authorization)!,
                GraphWriter.ClientRequestIdOf(request),
                $"{request.Scheme}://{request.Host}{version}"));
        }

        await GraphWriter.WriteAsync(context, answer, time);
    }
}
