using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Chats;

/// <summary>A simulated Mattermost server: the part of the REST API that the bot calls, the slash command and the buttons. Nothing that it sends is signed.</summary>
public sealed class SimulatedMattermost
{
    /// <summary>Path of the server below the simulator.</summary>
    public const string Root = "/mattermost";

    /// <summary>Token of the bot.</summary>
    public const string BotToken = "simulated-mattermost-bot-token";

    /// <summary>Token of the slash command.</summary>
    public const string CommandToken = "simulated-mattermost-command-token";

    private const string Bot = "BOT0HELPDESK";

    private readonly ChatRooms _rooms;
    private readonly ChatPeople _people;
    private readonly ChatCalls _calls;

    internal SimulatedMattermost(SimulatorStore store, ChatPeople people, ChatCalls calls, TimeProvider time) => (_rooms, _people, _calls) = (new ChatRooms("mattermost", store, time), people, calls);

    internal ChatRooms Rooms => _rooms;

    /// <summary>Addresses that the server did not verify, for tests.</summary>
    public HashSet<string> Unverified { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A person writes the slash command.</summary>
    /// <returns>What the product answered.</returns>
    internal async Task<(int Status, string Body)> SayAsync(SimulatedPerson person, string text, CancellationToken cancellation)
    {
        _rooms.Add(person, isFromBot: false, text, []);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel_id"] = "c1", ["command"] = "/helpdesk", ["response_url"] = "http://127.0.0.1/hooks/commands/1", ["team_id"] = "t1", ["text"] = text, ["token"] = CommandToken,
            ["trigger_id"] = Guid.NewGuid().ToString("N"), ["user_id"] = ChatPeople.UserOf(person), ["user_name"] = person.UserPrincipalName.Split('@')[0],
        });
        return await _calls.SendAsync("mattermost", form, new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Token {CommandToken}" }, cancellation);
    }

    /// <summary>A person presses a button.</summary>
    /// <returns>What the product answered.</returns>
    internal async Task<(int Status, string Body)> PressAsync(SimulatedPerson person, ChatMessage message, ChatButton button, CancellationToken cancellation)
    {
        using var body = new StringContent(
            new JsonObject { ["user_id"] = ChatPeople.UserOf(person), ["post_id"] = $"p{message.Id}", ["channel_id"] = "c1", ["team_id"] = "t1", ["context"] = new JsonObject { ["token"] = button.Value } }.ToJsonString(),
            Encoding.UTF8, "application/json");
        return await _calls.SendAsync("mattermost", body, new Dictionary<string, string>(StringComparer.Ordinal), cancellation);
    }

    /// <summary>Answers a call of the REST API.</summary>
    internal async Task<IResult> CallAsync(string rest, HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer {BotToken}")
            return Error(401, "api.context.session_expired.app_error");
        var body = HttpMethods.IsGet(request.Method) ? null : await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        return (request.Method, rest.Split('/')) switch
        {
            ("GET", ["users", "me"]) => Results.Json(new { id = Bot, username = "helpdesk", is_bot = true }),
            ("GET", ["users", "email", var mail]) => User(_people.Find(Uri.UnescapeDataString(mail))),
            ("GET", ["users", var id]) => User(_people.Of(id)),
            ("POST", ["channels", "direct"]) => body is JsonArray { Count: 2 } two && (string?)two[0] == Bot && _people.Of((string?)two[1]) is { } person
                ? Results.Json(new { id = $"d{ChatPeople.UserOf(person)}", type = "D" }, statusCode: 201) : Error(400, "api.channel.create_direct_channel.invalid_user.app_error"),
            ("POST", ["posts"]) => Post(body!.AsObject()),
            ("PUT", ["posts", var id, "patch"]) => Patch(id, body!.AsObject()),
            _ => Error(404, "api.context.404.app_error"),
        };
    }

    private IResult Post(JsonObject body)
    {
        if (_people.Of(((string?)body["channel_id"])?[1..]) is not { } person)
            return Error(403, "api.context.permissions.app_error");
        var (text, buttons, link) = Shown(body);
        return Results.Json(new { id = $"p{_rooms.Add(person, isFromBot: true, text, buttons, link).Id}" }, statusCode: 201);
    }

    private IResult Patch(string id, JsonObject body)
    {
        var (text, buttons, link) = Shown(body);
        return id.Length > 1 && _rooms.Find(id[1..]) is { IsFromBot: true } && _rooms.Edit(id[1..], text, buttons, link) is not null ? Results.Json(new { id }) : Error(404, "app.post.get.app_error");
    }

    private static (string Text, IReadOnlyList<ChatButton> Buttons, string? Link) Shown(JsonObject body)
    {
        var text = ((string?)body["message"] ?? "").Replace("\u200B", "", StringComparison.Ordinal);
        string? link = null;
        if (text.LastIndexOf("\n\n[", StringComparison.Ordinal) is > 0 and var at && text.EndsWith(')'))
        {
            // The first link has a place of its own; others are shown as the text with their address.
            var links = text[(at + 2)..].Split(")  [", StringSplitOptions.None).Select(static one => one.Trim('[', ')').Split("](", 2)).Where(static one => one.Length == 2).ToList();
            link = links.Count > 0 ? links[0][1] : null;
            text = string.Join('\n', links.Skip(1).Select(static one => $"{one[0]}: {one[1]}").Prepend(text[..at]));
        }

        var buttons = (body["props"]?["attachments"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(static attachment => attachment["actions"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(static action => new ChatButton((string)action["name"]!, (string)action["integration"]!["context"]!["token"]!));
        return (text.Replace("**", "", StringComparison.Ordinal), [.. buttons], link);
    }

    private IResult User(SimulatedPerson? person) => person is null ? Error(404, "app.user.missing_account.const") : Results.Json(new
    {
        id = ChatPeople.UserOf(person), username = person.UserPrincipalName.Split('@')[0], email = person.Mail, email_verified = !Unverified.Contains(person.Mail ?? ""), auth_service = "",
        delete_at = person.AccountEnabled ? 0 : 1, roles = person.IsGuest ? "system_guest" : "system_user", is_bot = false,
    });

    private static IResult Error(int status, string id) => Results.Json(new { id, message = "The request was refused.", status_code = status }, statusCode: status);
}
