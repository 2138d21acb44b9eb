using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>What people do in their chat with the bot: an activity is signed and sent to the product, again for a while when it does not answer.</summary>
internal sealed class BotSender(IHttpClientFactory clients, BotChats chats, BotSigner signer, SimulatorOptions options, TimeProvider time, IHttpContextAccessor here)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "teams-bot-sender";

    /// <summary>Where the product takes it.</summary>
    public const string Path = "/api/webhooks/teams-bot";

    private const int Tries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The person writes.</summary>
    public Task<BotSent> WriteAsync(SimulatedPerson person, string text, CancellationToken cancellation)
    {
        var message = chats.Add(person, isFromBot: false, text, null);
        var activity = Activity("message", person, message.Id);
        activity["text"] = System.Net.WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>");
        activity["textFormat"] = "plain";
        return SendAsync(activity, cancellation);
    }

    /// <summary>What the person would send, signed and not sent.</summary>
    public BotCall Signed(SimulatedPerson person, string text)
    {
        var activity = Activity("message", person, chats.Add(person, isFromBot: false, text, null).Id);
        activity["text"] = System.Net.WebUtility.HtmlEncode(text);
        return new BotCall($"Bearer {signer.Sign((string)activity["serviceUrl"]!)}", activity);
    }

    /// <summary>The same activity once more, as a service does that got no answer.</summary>
    public Task<BotSent> RepeatAsync(SimulatedPerson person, BotMessage message, CancellationToken cancellation)
    {
        var activity = Activity("message", person, message.Id);
        activity["text"] = System.Net.WebUtility.HtmlEncode(message.Text).ReplaceLineEndings("<br>");
        return SendAsync(activity, cancellation);
    }

    /// <summary>The app is added for the person: Teams says so twice.</summary>
    public async Task<BotSent> InstallAsync(SimulatedPerson person, CancellationToken cancellation)
    {
        var added = Activity("conversationUpdate", person, $"f:{Guid.NewGuid():N}");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{options.ClientId}" });
        await SendAsync(added, cancellation);
        var installed = Activity("installationUpdate", person, $"f:{Guid.NewGuid():N}");
        installed["action"] = "add";
        return await SendAsync(installed, cancellation);
    }

    /// <summary>The person presses a button of a card; the answer replaces the card or is said.</summary>
    /// <param name="person">Who presses.</param>
    /// <param name="message">The message with the card.</param>
    /// <param name="data">What the button carries.</param>
    /// <param name="trigger"><c>manual</c>, or <c>automatic</c> for a card that refreshes itself.</param>
    /// <param name="isSubmit">True for a client that knows <c>Action.Submit</c> only.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<BotSent> PressAsync(SimulatedPerson person, BotMessage message, JsonElement data, string trigger, bool isSubmit, CancellationToken cancellation)
    {
        var activity = Activity(isSubmit ? "message" : "invoke", person, $"f:{Guid.NewGuid():N}");
        activity["replyToId"] = message.Id;
        if (isSubmit)
        {
            activity["value"] = JsonNode.Parse(data.GetRawText());
            return await SendAsync(activity, cancellation);
        }

        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "press", ["data"] = JsonNode.Parse(data.GetRawText()) }, ["trigger"] = trigger };
        var sent = await SendAsync(activity, cancellation);
        if (sent is not { Status: 200, Answer: { Length: > 0 } body })
            return sent;
        using var answer = JsonDocument.Parse(body);
        var value = answer.RootElement.GetProperty("value");
        if (answer.RootElement.GetProperty("type").ValueEquals(BotCard.ContentType) && BotCard.IsCard(value))
        {
            chats.Edit(message.Id, BotCard.Text(value), value.Clone());
            return sent with { Answer = null };
        }

        return sent with { Answer = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() };
    }

    /// <summary>An activity as Teams makes it.</summary>
    public JsonObject Activity(string type, SimulatedPerson person, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = BotChats.MemberOf(person), ["name"] = person.DisplayName, ["aadObjectId"] = person.Id },
        ["conversation"] = new JsonObject { ["id"] = chats.ConversationOf(person), ["conversationType"] = "personal", ["tenantId"] = SimulatedTenant.Id },
        ["recipient"] = new JsonObject { ["id"] = $"28:{options.ClientId}", ["name"] = "Helpdesk" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = SimulatedTenant.Id } },
    };

    /// <summary>The address that activities name.</summary>
    public string ServiceUrl => here.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}{BotFramework.Region}" : options.Url + BotFramework.Region;

    private async Task<BotSent> SendAsync(JsonObject activity, CancellationToken cancellation)
    {
        var id = (string)activity["id"]!;
        if (options.Product is not { } product)
            return new BotSent(0, id);
        var body = System.Text.Encoding.UTF8.GetBytes(activity.ToJsonString());
        for (var attempt = 1; ; attempt++)
        {
            var sent = await TrySendAsync(new Uri(product, Path), body, id, cancellation);
            if (sent.Status is not (0 or 429 or >= 500) || attempt == Tries)
                return sent;
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private async Task<BotSent> TrySendAsync(Uri address, byte[] body, string id, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", signer.Sign(ServiceUrl));
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return new BotSent((int)response.StatusCode, id, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return new BotSent(0, id);
        }
    }
}
