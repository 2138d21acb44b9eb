using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>What health says of Graph.</summary>
internal static class GraphHealth
{
    /// <summary>Name of the probe.</summary>
    public const string Name = "graph";

    // Nobody has it: the answer is "not found", which takes the token and the permission to read people and no more.
    private const string Nobody = "00000000-0000-0000-0000-000000000001";

    private static readonly ProbeAdvice Advice = new(
        "Graph does not accept us: check that Graph:TenantId is this tenant, that Graph:ClientId (and Graph:ClientSecret, or the managed identity) belongs to it, and grant the application permission User.Read.All with admin consent (infra-bicep/scripts/graph-roles.sh).",
        "Graph does not answer: check Graph:BaseUrl, name resolution and the firewall. Tickets wait.",
        "Graph throttles the app or has an error of its own: tickets wait and go on by themselves.");

    /// <summary>Reads a person who does not exist.</summary>
    public static DependencyProbe Probe(IDirectory directory) =>
        new(Name, IsRequired: false, Advice, cancellation => directory.GetPersonAsync(new PersonId(Nobody), cancellation));

    /// <summary>What to change when a permission is not in the token.</summary>
    public static string NotGranted(string permission, GraphIdentity identity, string title) =>
        $"\"{title}\" is not done: grant the application permission {permission} to the identity {identity} with admin consent (infra-bicep/scripts/graph-roles.sh; --check compares), then restart the app, which keeps its token for up to a day.";

    /// <summary>What to change when an operation was refused.</summary>
    public static string Missing(GraphOperation operation) =>
        $"Graph refused to {operation.Doing}: grant the application permission {operation.Permission} with admin consent (infra-bicep/scripts/graph-roles.sh; --check compares). A target that holds an admin role also needs a higher directory role.";
}
