using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>The calls of the Bot Framework's connector: one request at a time, with a token that is renewed once when refused.</summary>
internal sealed class TeamsBotApi(IHttpClientFactory clients, BotTokens tokens, BotServices services, DependencyNotes notes, IOptions<TeamsBotOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "teams-bot";

    /// <summary>Name of the system.</summary>
    public const string System = "teams-bot";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Teams denies the bot access: check TeamsBot:AppId, TeamsBot:TenantId and TeamsBot:AppPassword (in Azure the vault secret teams-bot-app-password: expired or replaced?) or TeamsBot:ManagedIdentityClientId, and that the Azure Bot has the Teams channel. Requesters have their tickets and pages.",
        "Teams does not answer: check TeamsBot:LoginUrl, TeamsBot:ServiceUrl and the firewall. Requesters have their tickets and pages.",
        "Teams throttles the bot or has an error of its own. Requesters have their tickets and pages.");

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Begins the personal conversation with a person, or finds the one that there is.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="VendorException">See <see cref="BotRefusal"/>.</exception>
    public async Task<string> BeginAsync(string personId, CancellationToken cancellation)
    {
        var bot = options.Value;
        var body = new JsonObject
        {
            ["bot"] = new JsonObject { ["id"] = $"28:{bot.AppId}" },
            ["members"] = new JsonArray(new JsonObject { ["id"] = personId }),
            ["isGroup"] = false,
            ["tenantId"] = bot.TenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = bot.TenantId } },
        };
        var answer = await SendAsync(HttpMethod.Post, new Uri(services.WorldWide, "v3/conversations"), body, cancellation);
        return answer.TextOrNull("id") ?? throw NoId();
    }

    /// <summary>Posts an activity.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> PostAsync(string conversationId, JsonObject activity, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Post, AddressOf(conversationId), activity, cancellation);
        return answer.TextOrNull("id") ?? throw NoId();
    }

    /// <summary>Replaces an activity of ours.</summary>
    public Task PutAsync(string conversationId, string activityId, JsonObject activity, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, new Uri($"{AddressOf(conversationId)}/{Uri.EscapeDataString(activityId)}"), activity, cancellation);

    private Uri AddressOf(string conversationId) => new(services.Of(conversationId), $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities");

    private Task<JsonElement> SendAsync(HttpMethod method, Uri address, JsonObject body, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => TrySendAsync(method, address, body, cancellation), static fault => !BotRefusal.IsOfPerson(fault) && !BotRefusal.IsGone(fault));

    private async Task<JsonElement> TrySendAsync(HttpMethod method, Uri address, JsonObject body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var token = await tokens.GetAsync(cancellation);
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(method, address) { Content = VendorCall.Json(JsonSerializer.SerializeToUtf8Bytes(body, Format)) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await VendorCall.SendAsync(client, request, System, TeamsBotOptions.Section, cancellation);
            // A refused token has done nothing yet: asking again with a new one is safe.
            if (response.StatusCode == HttpStatusCode.Unauthorized && attempt == 1)
            {
                tokens.Drop(token);
                continue;
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode)
                throw BotRefusal.Of(response, bytes, time);
            return LenientJson.Parse(bytes.Length == 0 ? "{}"u8.ToArray() : bytes, System);
        }
    }

    private static VendorException NoId() => new(System, "bad-answer", "Teams answered without the id of what was posted: a proxy in between?", isRetryable: true);
}
