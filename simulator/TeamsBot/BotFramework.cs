using System.Text;
using System.Text.Json;
using HelpDesk.Simulator.Graph.Tokens;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>The simulated Bot Framework under <c>/teams-bot</c>: its token, its keys, conversations and activities, with what it refuses.</summary>
internal static class BotFramework
{
    /// <summary>Where it is below the simulator.</summary>
    public const string Root = "/teams-bot";

    /// <summary>The region of all conversations.</summary>
    public const string Region = Root + "/emea/";

    /// <summary>The world-wide address.</summary>
    public const string WorldWide = Root + "/teams/";

    /// <summary>The OpenID configuration.</summary>
    public const string Configuration = Root + "/v1/.well-known/openidconfiguration";

    private static readonly string[] Algorithms = ["RS256"];

    private const string KeysPath = Root + "/v1/.well-known/keys";
    private const string BotToken = "simulated-bot-token";
    private const int MaxBytes = 100 * 1024;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Root + "/login/{tenant}/oauth2/v2.0/token", TokenAsync).DisableAntiforgery();
        routes.MapGet(Configuration, static (HttpRequest request) => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = "https://api.botframework.com",
            ["jwks_uri"] = $"{request.Scheme}://{request.Host}{KeysPath}",
            ["id_token_signing_alg_values_supported"] = Algorithms,
        }));
        routes.MapGet(KeysPath, static (BotSigner signer) => Results.Text(signer.Keys.ToJsonString(), "application/json"));
        var connector = routes.MapGroup(Root + "/{region}/v3/conversations");
        connector.MapPost("", BeginAsync);
        connector.MapPost("/{conversation}/activities", PostAsync);
        connector.MapPost("/{conversation}/activities/{activity}", PostAsync);
        connector.MapPut("/{conversation}/activities/{activity}", PutAsync);
        connector.MapDelete("/{conversation}/activities/{activity}", static (string conversation, string activity, HttpRequest request, BotChats chats) =>
            Refusal(request, chats, conversation, out _) ?? (chats.Remove(activity) ? Results.Ok() : NoActivity()));
    }

    private static async Task<IResult> TokenAsync(string tenant, HttpRequest request, SimulatorOptions options)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        if (!string.Equals(tenant, SimulatedTenant.Id, StringComparison.OrdinalIgnoreCase))
            return Results.Json(new { error = "invalid_request", error_description = $"AADSTS90002: Tenant '{tenant}' not found." }, statusCode: 400);
        if (form["grant_type"] != "client_credentials" || form["scope"] != "https://api.botframework.com/.default")
            return Results.Json(new { error = "invalid_scope", error_description = "AADSTS1002012: The provided value for scope is not valid." }, statusCode: 400);
        return form["client_id"] == options.ClientId && form["client_secret"] == options.ClientSecret
            ? Results.Json(new { token_type = "Bearer", expires_in = TokenIssuer.LifetimeInSeconds, access_token = BotToken })
            : Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401);
    }

    private static async Task<IResult> BeginAsync(HttpRequest request, BotChats chats, SimulatorOptions options)
    {
        if (!IsBot(request))
            return Denied();
        if (await BodyAsync(request) is not { } body || !body.TryGetProperty("members", out var members) || members.ValueKind != JsonValueKind.Array || members.GetArrayLength() != 1)
            return Error(400, "BadSyntax", "Invalid members.");
        if (Text(body, "tenantId") is not { } tenant || tenant != SimulatedTenant.Id || !body.TryGetProperty("bot", out var bot) || Text(bot, "id") != $"28:{options.ClientId}")
            return Error(400, "BadSyntax", "Could not parse tenant id, or the bot is another.");
        // Object ids only: user principal names and mail addresses never work.
        if (Text(members[0], "id") is not { } id || !Guid.TryParse(id, out _) || chats.Person(id) is not { } person)
            return Error(400, "Bad Argument", "Failed to decrypt pairwise id");
        return Unreachable(chats, person) ?? Results.Json(new { id = chats.ConversationOf(person) }, statusCode: 201);
    }

    private static async Task<IResult> PostAsync(string conversation, HttpRequest request, BotChats chats)
    {
        if (Refusal(request, chats, conversation, out var person) is { } refusal)
            return refusal;
        var (activity, fault) = await ActivityAsync(request);
        if (activity is not { } message)
            return fault!;
        var added = chats.Add(person!, isFromBot: true, TextOf(message), BotCard.Of(message));
        return Results.Json(new { id = added.Id }, statusCode: 201);
    }

    private static async Task<IResult> PutAsync(string conversation, string activity, HttpRequest request, BotChats chats)
    {
        if (Refusal(request, chats, conversation, out var person) is { } refusal)
            return refusal;
        if (chats.Find(activity) is not { IsFromBot: true } known || known.PersonId != person!.Id)
            return NoActivity();
        var (changed, fault) = await ActivityAsync(request);
        if (changed is not { } message)
            return fault!;
        chats.Edit(activity, TextOf(message), BotCard.Of(message));
        return Results.Json(new { id = activity });
    }

    private static async Task<(JsonElement? Activity, IResult? Fault)> ActivityAsync(HttpRequest request)
    {
        if (await BodyAsync(request) is not { } body || Text(body, "type") != "message")
            return (null, Error(400, "BadSyntax", "The activity must be a message."));
        if (Encoding.Unicode.GetByteCount(body.GetRawText()) > MaxBytes)
            return (null, Error(413, "MessageSizeTooBig", "Message size too large."));
        return body.TryGetProperty("attachments", out _) && BotCard.Of(body) is null ? (null, Error(400, "BadSyntax", "The card cannot be shown.")) : (body, null);
    }

    private static string TextOf(JsonElement activity) => BotCard.Of(activity) is { } card ? BotCard.Text(card) : Text(activity, "text") ?? "";

    private static IResult? Refusal(HttpRequest request, BotChats chats, string conversation, out SimulatedPerson? person)
    {
        person = null;
        if (!IsBot(request))
            return Denied();
        person = chats.OfConversation(conversation);
        return person is null ? Error(404, "ConversationNotFound", "Conversation not found.") : Unreachable(chats, person);
    }

    private static IResult? Unreachable(BotChats chats, SimulatedPerson person)
    {
        var switches = chats.Switches;
        return BotChats.Names(switches.NotInstalled, person) ? Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
            : BotChats.Names(switches.Blocked, person) ? Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.")
            : null;
    }

    private static bool IsBot(HttpRequest request) => request.Headers.Authorization == $"Bearer {BotToken}";

    private static async Task<JsonElement?> BodyAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IResult Denied() => Results.Json(new { message = "Authorization has been denied for this request." }, statusCode: 401);

    private static IResult NoActivity() => Error(404, "ActivityNotFoundInConversation", "Activity not found.");

    private static IResult Error(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);
}
