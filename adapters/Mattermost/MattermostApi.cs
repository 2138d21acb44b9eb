using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Mattermost;

/// <summary>Calls the REST API of a Mattermost server as the bot.</summary>
internal sealed class MattermostApi(IHttpClientFactory clients, IOptions<MattermostOptions> options, DependencyNotes notes, TimeProvider time)
{
    /// <summary>Name of the HTTP client, and of the system.</summary>
    public const string System = "mattermost";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Mattermost refuses the bot: check Mattermost:BotToken, and that the bot account is active. Conversations go on in the tickets.",
        "Mattermost does not answer: check Mattermost:Url and the firewall. Conversations go on in the tickets.",
        "Mattermost throttles the calls or has an error of its own. Conversations go on in the tickets.");

    /// <summary>Calls it.</summary>
    /// <param name="method">GET, POST or PUT.</param>
    /// <param name="path">Below <c>api/v4/</c>, escaped.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The answer; null for a 404.</returns>
    /// <exception cref="VendorException">It refuses or cannot be reached.</exception>
    public Task<JsonElement?> CallAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => SendAsync(method, path, body, cancellation));

    private async Task<JsonElement?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(method, new Uri(Endpoint.Base(options.Value.Url), $"api/v4/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        if (body is not null)
            request.Content = VendorCall.Json(JsonSerializer.SerializeToUtf8Bytes(body));
        using var response = await VendorCall.SendAsync(client, request, System, MattermostOptions.Section, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
            throw new VendorException(System, $"{status}", $"Mattermost answered {status} to {method} {path.Split('/', '?')[0]}{(status is 401 or 403 ? ": check Mattermost:BotToken and the permissions of the bot account" : "")}.", VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        try
        {
            using var document = LenientJson.Document(await response.Content.ReadAsByteArrayAsync(cancellation));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new VendorException(System, "bad-answer", "Mattermost answered something that is no JSON: check Mattermost:Url.", isRetryable: true);
        }
    }
}
