using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.Throttling;

/// <summary>The simulated tenant's token, asked for once: it is good for longer than a run.</summary>
internal sealed class BenchToken : TokenCredential
{
    private readonly AccessToken _token;

    private BenchToken(AccessToken token) => _token = token;

    /// <summary>The token itself.</summary>
    public string Text => _token.Token;

    public static async Task<BenchToken> AskAsync(HttpClient http, Uri simulator, CancellationToken cancellation)
    {
        var options = new SimulatorOptions();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.ClientId,
            ["client_secret"] = options.ClientSecret,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        using var response = await http.PostAsync(new Uri(simulator, $"/{SimulatedTenant.Id}/oauth2/v2.0/token"), form, cancellation);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new BenchToken(new AccessToken(answer.GetProperty("access_token").GetString()!, DateTimeOffset.UtcNow.AddHours(1)));
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => _token;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(_token);
}
