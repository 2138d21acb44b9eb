using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Asks the simulator for tokens, with its own client credentials.</summary>
public sealed class SimulatorCredential(Uri simulator, string? clientId = null) : TokenCredential
{
    private static readonly HttpClient Http = new();

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Everything here asks asynchronously.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var options = new SimulatorOptions();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId ?? options.ClientId,
            ["client_secret"] = options.ClientSecret,
            ["scope"] = string.Join(' ', requestContext.Scopes),
        });
        using var response = await Http.PostAsync(new Uri(simulator, $"/{SimulatedTenant.Id}/oauth2/v2.0/token"), form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return new AccessToken(answer.GetProperty("access_token").GetString()!, DateTimeOffset.UtcNow.AddSeconds(answer.GetProperty("expires_in").GetInt32()));
    }
}
