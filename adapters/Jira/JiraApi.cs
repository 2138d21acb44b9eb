using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Jira's REST v3 and the Service Management API: one request at a time.</summary>
internal sealed class JiraApi(IHttpClientFactory clients, IOptionsMonitor<JiraOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "jira";

    /// <summary>Name of the system.</summary>
    public const string System = "jira";

    /// <summary>Reads; null when there is none (or it is hidden: both are 404).</summary>
    public Task<JsonElement?> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, cancellation);

    /// <summary>What was asked for and is not in an answer of success: never "none".</summary>
    public static VendorException NoResult(string what) => new(
        System, "bad-answer", $"Jira answered without {what}: a proxy in between, or the integration account may not read it (permission Browse projects).", isRetryable: true);

    /// <summary>Writes.</summary>
    /// <returns>The answer, an empty object for 204; null when there is no such thing (404).</returns>
    public Task<JsonElement?> WriteAsync(HttpMethod method, string path, object body, CancellationToken cancellation) =>
        SendAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body), cancellation);

    private async Task<JsonElement?> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = Authorization();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // Parts of the Service Management API were experimental and want it; it is harmless elsewhere.
        request.Headers.Add("X-ExperimentalApi", "opt-in");
        if (body is not null)
            request.Content = VendorCall.Json(body);
        using var response = await VendorCall.SendAsync(client, request, System, JiraOptions.Section, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (!response.IsSuccessStatusCode)
            throw JiraError.Of(response, bytes, time);
        var answer = LenientJson.Parse(bytes.Length == 0 ? "{}"u8.ToArray() : bytes, System);
        return answer.Items("errorMessages").Any() || answer.Member("errorMessage") is not null
            ? throw new VendorException(System, TicketErrors.ErrorInAnswer, $"Jira answered {(int)response.StatusCode} with an error instead of what was asked for.", isRetryable: true)
            : answer;
    }

    private AuthenticationHeaderValue Authorization()
    {
        var now = options.CurrentValue;
        return string.IsNullOrWhiteSpace(now.BearerToken)
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{now.Email}:{now.ApiToken}")))
            : new AuthenticationHeaderValue("Bearer", now.BearerToken);
    }
}
