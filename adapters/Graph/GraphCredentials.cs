using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph;

/// <summary>
/// Credentials by the settings. A managed identity for a class of changes is taken as it is named: never a developer's own sign-in in
/// its stead, which could do more.
/// </summary>
internal sealed class GraphCredentials(IOptions<GraphOptions> options, TokenCredential? registered = null) : IGraphCredentials
{
    /// <inheritdoc />
    public TokenCredential Of(GraphIdentity identity)
    {
        var graph = options.Value;
        if (registered is not null)
            return registered;
        if (graph.Identities.Of(identity) is { Length: > 0 } clientId)
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
        return string.IsNullOrEmpty(graph.ClientSecret)
            ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = graph.TenantId, ManagedIdentityClientId = graph.ClientId })
            : new ClientSecretCredential(graph.TenantId, graph.ClientId, graph.ClientSecret);
    }
}
