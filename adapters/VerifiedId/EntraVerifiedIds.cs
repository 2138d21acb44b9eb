using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.VerifiedId;

/// <summary>Asks Entra Verified ID for presentations with Face Check.</summary>
internal sealed class EntraVerifiedIds(IHttpClientFactory clients, IOptions<VerifiedIdOptions> options, IOptions<HelpDeskOptions> product, TimeProvider time, TokenCredential? registered = null) : IVerifiedIds
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "verified-id";

    private const string System = "verified-id";
    private const string Scope = "3db474b9-6a0c-4840-96ac-1fceb342124f/.default";
    private const string Callback = "api/webhooks/verified-id";

    private readonly TokenCredential _credential = registered ?? CredentialOf(options.Value);

    /// <inheritdoc />
    public async Task<PresentationRequest> RequestAsync(PresentationAsk ask, CancellationToken cancellation)
    {
        var body = PresentationJson.Write(options.Value, ask, product.Value.Page(Callback));
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.BaseUrl.AbsoluteUri.TrimEnd('/')}/verifiableCredentials/createPresentationRequest") { Content = VendorCall.Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
        using var response = await VendorCall.SendAsync(client, request, System, VerifiedIdOptions.Section, cancellation);
        if ((int)response.StatusCode != 201)
            throw Fault(response);
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            var qr = answer.RootElement.TryGetProperty("qrCode", out var image) ? image.GetString() : null;
            return new PresentationRequest(answer.RootElement.GetProperty("url").GetString()!, qr?.StartsWith("data:image/", StringComparison.Ordinal) == true ? qr : null);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new VendorException(System, "bad-answer", "Entra Verified ID answered with something that is no presentation request.", isRetryable: false);
        }
    }

    /// <inheritdoc />
    public PresentationReport? Read(ReadOnlyMemory<byte> body) => PresentationJson.Read(options.Value, body);

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        try
        {
            return (await _credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellation)).Token;
        }
        catch (AuthenticationFailedException)
        {
            throw new VendorException(System, "token", "There is no token for Entra Verified ID: check VerifiedId:TenantId, VerifiedId:ClientId and VerifiedId:ClientSecret.", isRetryable: false);
        }
    }

    private static TokenCredential CredentialOf(VerifiedIdOptions options) => string.IsNullOrEmpty(options.ClientSecret)
        ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = options.TenantId, ManagedIdentityClientId = options.ClientId })
        : new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret);

    private VendorException Fault(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var message = status switch
        {
            401 or 403 => $"Entra Verified ID refuses the request ({status}): give the app the role VerifiableCredential.Create.PresentRequest.",
            400 => "Entra Verified ID refuses the request (400): check VerifiedId:Authority and VerifiedId:CredentialType.",
            _ => $"Entra Verified ID answered {status}.",
        };
        return new VendorException(System, $"{status}", message, VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
    }
}
