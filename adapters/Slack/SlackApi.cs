using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Slack;

/// <summary>Calls the Web API of Slack. Its errors come in a 200 (<c>ok: false</c>); each is named as what to change.</summary>
internal sealed class SlackApi(IHttpClientFactory clients, IOptions<SlackOptions> options, DependencyNotes notes, TimeProvider time)
{
    /// <summary>Name of the HTTP client, and of the system.</summary>
    public const string System = "slack";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Slack refuses the bot: check Slack:BotToken and the scopes chat:write, im:history, users:read, users:read.email. Conversations go on in the tickets.",
        "Slack does not answer: check Slack:ApiUrl and the firewall. Conversations go on in the tickets.",
        "Slack throttles the calls or has an error of its own. Conversations go on in the tickets.");

    private static readonly string[] Busy = ["ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"];

    private static readonly string[] Access = ["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "missing_scope", "no_permission", "access_denied"];

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name: <c>chat.postMessage</c>.</param>
    /// <param name="body">The arguments; null for a GET with <paramref name="query"/>.</param>
    /// <param name="query">The query of a GET, escaped.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException">Its code is Slack's own error, such as <c>channel_not_found</c>.</exception>
    public Task<JsonElement> CallAsync(string method, JsonObject? body, string query, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => SendAsync(method, body, query, cancellation), static fault => Access.Contains(fault.Code));

    private async Task<JsonElement> SendAsync(string method, JsonObject? body, string query, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Endpoint.Base(options.Value.ApiUrl), $"{method}{(query.Length > 0 ? $"?{query}" : "")}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        if (body is not null)
            request.Content = VendorCall.Json(JsonSerializer.SerializeToUtf8Bytes(body));
        using var response = await VendorCall.SendAsync(client, request, System, SlackOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (status != 200)
            throw new VendorException(System, $"{status}", $"Slack answered {status} to {method}.", VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        var answer = Read(await response.Content.ReadAsByteArrayAsync(cancellation));
        if (answer is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
            return whole;
        var error = answer is { ValueKind: JsonValueKind.Object } failed && failed.TryGetProperty("error", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "bad-answer";
        var needed = answer is { ValueKind: JsonValueKind.Object } scoped && scoped.TryGetProperty("needed", out var scope) ? $" The bot lacks the scope {OutgoingText.Clean(scope.ToString(), 80)}." : "";
        throw new VendorException(System, error, $"Slack answered '{OutgoingText.Clean(error, 80)}' to {method}.{needed}", Busy.Contains(error) || error == "bad-answer", VendorCall.RetryAfter(response, time));
    }

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var document = LenientJson.Document(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
