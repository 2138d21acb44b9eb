using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Mattermost;

/// <summary>
/// What a Mattermost server sends: the slash command, with its static token, and pressed buttons, with the token that we gave them. Neither is signed and
/// nothing in them is trusted but the ids, which are looked up.
/// </summary>
internal sealed class MattermostWebhook(IOptions<MattermostOptions> options) : IChannelWebhook
{
    public string Channel => MattermostApi.System;

    public string? MissingSetting => options.Value.CommandToken.Length == 0 ? "Mattermost:CommandToken" : null;

    public Task<ChannelReading> ReadAsync(WebhookRequest request, CancellationToken cancellation) => Task.FromResult(
        request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true ? Command(request) : Press(request));

    private ChannelReading Command(WebhookRequest request)
    {
        var form = Form(request);
        if (!IsOurs(form.GetValueOrDefault("token")))
            return ChannelReading.Of(401);
        if (!IsId(form.GetValueOrDefault("user_id"), out var user))
            return ChannelReading.Of(400, "user_id is missing.");
        var text = (form.GetValueOrDefault("text") ?? "").Trim();
        if (text.Length == 0)
            return Answer("Write what is wrong behind the command: /helpdesk my laptop is locked");
        // The command has no id of its own; its trigger has, and is new each time.
        var id = form.GetValueOrDefault("trigger_id") is { Length: > 0 and <= 400 } trigger ? trigger : form.GetValueOrDefault("post_id");
        if (id is not { Length: > 0 and <= 400 })
            return ChannelReading.Of(400, "trigger_id is missing.");
        var message = new ChannelMessage(Channel, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))), $"u/{user}", Sender(user), text, request.ReceivedAt);
        return Answer("Thank you. The answer comes as a direct message.") with { Messages = [message] };
    }

    private ChannelReading Press(WebhookRequest request)
    {
        try
        {
            using var document = LenientJson.Document(request.Body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object
                || !context.TryGetProperty("token", out var given) || given.ValueKind != JsonValueKind.String || given.GetString() is not { Length: > 33 and <= 600 } token)
                return ChannelReading.Of(401);
            if (!IsId(Text(root, "user_id"), out var user) || !IsId(Text(root, "post_id"), out var post))
                return ChannelReading.Of(400, "user_id or post_id is missing.");
            // Pressing the same button of the same message again is the same press.
            var message = new ChannelMessage(Channel, $"press/{user}/{post}/{token[..32]}", $"u/{user}", Sender(user), "", request.ReceivedAt) { Press = token };
            return new ChannelReading(new ChannelAnswer(200, "{}"), [message]);
        }
        catch (JsonException)
        {
            return ChannelReading.Of(400, "The body is not what Mattermost sends.");
        }
    }

    private bool IsOurs(string? token) => token is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.CommandToken)));

    private static ChannelSender Sender(string user) => new(SenderProof.None, null, null, "a Mattermost account") { AccountId = user };

    private static ChannelReading Answer(string text) => ChannelReading.Of(200, JsonSerializer.Serialize(new { response_type = "ephemeral", text }), "application/json");

    private static bool IsId(string? text, out string id)
    {
        id = text ?? "";
        return id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
    }

    private static Dictionary<string, string> Form(WebhookRequest request)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(request.Body.Span).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2) is [var name, var value])
                form[Uri.UnescapeDataString(name.Replace('+', ' '))] = Uri.UnescapeDataString(value.Replace('+', ' '));
        }

        return form;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
