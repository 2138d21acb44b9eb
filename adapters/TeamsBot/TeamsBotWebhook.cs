using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>
/// What Teams sends to the bot. A call that is not proven, or comes from another tenant, gets 403 and no reason; an event that is not known gets 200, as the
/// Bot Framework wants.
/// </summary>
internal sealed class TeamsBotWebhook(BotCaller caller, BotServices services, IOptions<TeamsBotOptions> options) : IChannelWebhook
{
    private const string ActionInvoke = "adaptiveCard/action";
    private const string Json = "application/json";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    public string Channel => TeamsBotApi.System;

    public string? MissingSetting => null;

    public bool MayBeProven(WebhookRequest request) => BotCaller.TokenOf(request.Header("Authorization")) is not null;

    public async Task<ChannelReading> ReadAsync(WebhookRequest request, CancellationToken cancellation)
    {
        if (ActivityOf(request) is not { } activity || !await caller.IsProvenAsync(request.Header("Authorization"), activity.ChannelId, activity.ServiceUrl, cancellation) || !IsOfOurTenant(activity))
            return ChannelReading.Of(403);
        if (activity.ConversationId is not { } conversation || activity.PersonId is null || !activity.IsPersonal)
            return activity.Type == "invoke" ? Invoked(400, ErrorType, ErrorOf("BadRequest", "Only in a personal chat.")) : ChannelReading.Of(200);
        services.Remember(conversation, activity.ServiceUrl!);
        return activity.Type switch
        {
            "message" when activity.Press is { } token => new ChannelReading(new ChannelAnswer(200), []) { Pressed = activity.Message() with { Press = token, Text = activity.Words, Fields = activity.Fields } },
            "message" when (activity.Text, activity.Files) is var (text, files) && text.Length + files.Count > 0 => new ChannelReading(new ChannelAnswer(200), [activity.Message() with { Text = text, Files = files }]),
            "invoke" when activity.Name == ActionInvoke => OfInvoke(activity),
            "invoke" => new ChannelReading(new ChannelAnswer(501), []),
            // The same chat arrives by two events; it is greeted once.
            _ when activity.IsArrival => new ChannelReading(new ChannelAnswer(200), [activity.Message("arrival") with { IsArrival = true }]),
            _ => ChannelReading.Of(200),
        };
    }

    public ChannelAnswer AnswerTo(ChannelMessage press, ChannelPressed pressed) => pressed is { Post: { } post } && (pressed.IsOver || pressed.Text.Length == 0)
        ? Answer(200, BotCard.ContentType, BotCard.Card(post, pressed.IsOver ? pressed.Text : null))
        : Answer(200, MessageType, JsonValue.Create(pressed.Text));

    private static ChannelReading OfInvoke(BotActivity activity)
    {
        if (activity.Press is not { } token)
            return Invoked(400, ErrorType, ErrorOf("BadRequest", "The action carries nothing."));
        var message = activity.Message() with { Press = token, Text = activity.Words, Fields = activity.Fields };
        // Whatever comes by itself is nobody's press: it gets the card as it is now.
        return activity.IsManual
            ? new ChannelReading(new ChannelAnswer(200), []) { Pressed = message }
            : new ChannelReading(new ChannelAnswer(200), []) { Refreshed = message };
    }

    private static ChannelReading Invoked(int status, string type, JsonNode value) => new(Answer(status, type, value), []);

    private static ChannelAnswer Answer(int status, string type, JsonNode value) =>
        new(200, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }.ToJsonString(), Json);

    private static JsonObject ErrorOf(string code, string message) => new() { ["code"] = code, ["message"] = message };

    private bool IsOfOurTenant(BotActivity activity)
    {
        var named = activity.Tenants.ToList();
        return named.Count > 0 && named.TrueForAll(tenant => string.Equals(tenant, options.Value.TenantId, StringComparison.OrdinalIgnoreCase));
    }

    private static BotActivity? ActivityOf(WebhookRequest request)
    {
        try
        {
            var root = LenientJson.Parse(request.Body.ToArray(), TeamsBotApi.System);
            return root.ValueKind == JsonValueKind.Object ? new BotActivity(root, request.ReceivedAt) : null;
        }
        catch (VendorException)
        {
            return null;
        }
    }
}
