using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Chats;

/// <summary>Simulated Slack: the methods of the Web API that the bot calls, and the events and buttons that it is sent, signed.</summary>
public sealed class SimulatedSlack
{
    /// <summary>Path of the Web API below the simulator.</summary>
    public const string Root = "/slack/api/";

    /// <summary>The workspace.</summary>
    public const string TeamId = "T0CONTOSO";

    /// <summary>Token of the bot.</summary>
    public const string BotToken = "xoxb-simulated-bot-token";

    /// <summary>Secret of the signatures.</summary>
    public const string SigningSecret = "simulated-slack-signing-secret";

    private readonly ChatRooms _rooms;
    private readonly ChatPeople _people;
    private readonly ChatCalls _calls;
    private readonly TimeProvider _time;
    private int _events;

    internal SimulatedSlack(SimulatorStore store, ChatPeople people, ChatCalls calls, TimeProvider time) =>
        (_rooms, _people, _calls, _time) = (new ChatRooms("slack", store, time), people, calls, time);

    internal ChatRooms Rooms => _rooms;

    /// <summary>Addresses that are not confirmed in Slack, for tests.</summary>
    public HashSet<string> Unconfirmed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A person writes to the bot.</summary>
    /// <returns>What the product answered.</returns>
    internal Task<(int Status, string Body)> SayAsync(SimulatedPerson person, string text, CancellationToken cancellation)
    {
        var message = _rooms.Add(person, isFromBot: false, text, []);
        var body = new JsonObject
        {
            ["token"] = "deprecated", ["team_id"] = TeamId, ["api_app_id"] = "A0HELPDESK", ["type"] = "event_callback",
            ["event_id"] = string.Create(CultureInfo.InvariantCulture, $"Ev{_time.GetUtcNow().ToUnixTimeMilliseconds()}{Interlocked.Increment(ref _events)}"),
            ["event"] = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = ChannelOf(person), ["user"] = ChatPeople.UserOf(person), ["text"] = Escape(text), ["ts"] = TsOf(message) },
        };
        return SendAsync(JsonSerializer.SerializeToUtf8Bytes(body), "application/json", cancellation);
    }

    /// <summary>A person presses a button.</summary>
    /// <returns>What the product answered.</returns>
    internal Task<(int Status, string Body)> PressAsync(SimulatedPerson person, ChatMessage message, ChatButton button, CancellationToken cancellation)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions", ["team"] = new JsonObject { ["id"] = TeamId }, ["user"] = new JsonObject { ["id"] = ChatPeople.UserOf(person) },
            ["channel"] = new JsonObject { ["id"] = ChannelOf(person) }, ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = TsOf(message) },
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "helpdesk", ["value"] = button.Value, ["action_ts"] = string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow().ToUnixTimeMilliseconds()}.{Interlocked.Increment(ref _events)}") }),
        };
        return SendAsync(Encoding.UTF8.GetBytes($"payload={Uri.EscapeDataString(payload.ToJsonString())}"), "application/x-www-form-urlencoded", cancellation);
    }

    /// <summary>Sends a body with a good signature.</summary>
    internal Task<(int Status, string Body)> SendAsync(byte[] body, string contentType, CancellationToken cancellation)
    {
        var at = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{at}:"), .. body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), signed);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(contentType);
        return _calls.SendAsync("slack", content, new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Slack-Request-Timestamp"] = at, ["X-Slack-Signature"] = $"v0={Convert.ToHexStringLower(mac)}" }, cancellation);
    }

    /// <summary>Answers a method of the Web API; its errors come in a 200.</summary>
    internal async Task<IResult> CallAsync(string method, HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer {BotToken}")
            return Error("invalid_auth");
        var body = HttpMethods.IsPost(request.Method) ? await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) : null;
        return method switch
        {
            "auth.test" => Results.Json(new { ok = true, team_id = TeamId, user_id = "UBOT" }),
            "users.info" => User(_people.Of(request.Query["user"])),
            "users.lookupByEmail" => User(_people.Find(request.Query["email"]) is { IsFunctional: false, IsGuest: false } person ? person : null, "users_not_found"),
            "chat.postMessage" => Post(body!.AsObject()),
            "chat.update" => Update(body!.AsObject()),
            _ => Error("unknown_method"),
        };
    }

    private IResult Post(JsonObject body)
    {
        if (PersonOf((string?)body["channel"]) is not { } person)
            return Error("channel_not_found");
        if (Blocks(body) is not { } shown)
            return Error("invalid_blocks");
        var message = _rooms.Add(person, isFromBot: true, shown.Text, shown.Buttons, shown.Link);
        return Results.Json(new { ok = true, channel = ChannelOf(person), ts = TsOf(message) });
    }

    private IResult Update(JsonObject body)
    {
        // An edit wants the id of the channel, not of the person.
        if ((string?)body["channel"] is not { } channel || !channel.StartsWith('D'))
            return Error("channel_not_found");
        var id = ((string?)body["ts"])?.Split('.') is [_, var number] ? number.PadLeft(8, '0') : "";
        return Blocks(body) is { } shown && _rooms.Find(id) is { IsFromBot: true } && _rooms.Edit(id, shown.Text, shown.Buttons, shown.Link) is not null
            ? Results.Json(new { ok = true, channel, ts = (string?)body["ts"] })
            : Error("message_not_found");
    }

    private IResult User(SimulatedPerson? person, string missing = "user_not_found") => person is null ? Error(missing) : Results.Json(new
    {
        ok = true,
        user = new
        {
            id = ChatPeople.UserOf(person), team_id = TeamId, name = person.UserPrincipalName.Split('@')[0], deleted = !person.AccountEnabled, is_bot = false, is_restricted = person.IsGuest, is_ultra_restricted = false,
            is_email_confirmed = !Unconfirmed.Contains(person.Mail ?? ""), profile = new { email = person.Mail },
        },
    });

    private SimulatedPerson? PersonOf(string? channel) => channel is { Length: > 1 } ? _people.Of($"U{channel[1..]}") : null;

    private static string ChannelOf(SimulatedPerson person) => $"D{ChatPeople.UserOf(person)[1..]}";

    private static string TsOf(ChatMessage message) => string.Create(CultureInfo.InvariantCulture, $"{message.At.ToUnixTimeSeconds()}.{message.Id[2..]}");

    private static (string Text, IReadOnlyList<ChatButton> Buttons, string? Link)? Blocks(JsonObject body)
    {
        if (body["blocks"] is not JsonArray { Count: <= 50 } blocks)
            return null;
        var lines = new List<string>();
        var buttons = new List<ChatButton>();
        string? link = null;
        foreach (var block in blocks.OfType<JsonObject>())
        {
            if ((string?)block["text"]?["text"] is { } text)
            {
                if (text.Length > 3_000)
                    return null;
                if (text.StartsWith('<') && text.EndsWith('>') && text.IndexOf('|', StringComparison.Ordinal) is > 0 and var end)
                    link = text[1..end];
                else
                    lines.Add(text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal));
            }

            foreach (var button in (block["elements"] as JsonArray ?? []).OfType<JsonObject>())
            {
                if ((string?)button["value"] is not { Length: <= 2_000 } value || (string?)button["text"]?["text"] is not { Length: > 0 and <= 75 } title)
                    return null;
                buttons.Add(new ChatButton(title, value));
            }
        }

        return (string.Join('\n', lines), buttons, link);
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static IResult Error(string code) => Results.Json(new { ok = false, error = code });
}
