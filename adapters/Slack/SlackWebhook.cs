using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Slack;

/// <summary>
/// What Slack sends: messages to the bot and pressed buttons, both signed over the raw body (contract: chat, 2). An answer within three seconds is all that
/// Slack wants; who wrote it is found out afterwards.
/// </summary>
internal sealed class SlackWebhook(IOptions<SlackOptions> options) : IChannelWebhook
{
    private const string SignatureHeader = "X-Slack-Signature";
    private const string FileShare = "file_share";
    private const string TimeHeader = "X-Slack-Request-Timestamp";
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    public string Channel => SlackApi.System;

    public string? MissingSetting => options.Value.SigningSecret.Length == 0 ? "Slack:SigningSecret" : null;

    public bool MayBeProven(WebhookRequest request) =>
        request.Header(SignatureHeader) is { Length: 67 } signature && signature.StartsWith("v0=", StringComparison.Ordinal) && SentAt(request) is { } at && (request.ReceivedAt - at).Duration() <= MaxAge;

    public Task<ChannelReading> ReadAsync(WebhookRequest request, CancellationToken cancellation) => Task.FromResult(IsSigned(request) ? Read(request) : ChannelReading.Of(401));

    private bool IsSigned(WebhookRequest request)
    {
        if (!MayBeProven(request))
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{request.Header(TimeHeader)}:"), .. request.Body.Span];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SigningSecret), signed);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes($"v0={Convert.ToHexStringLower(mac)}"), Encoding.UTF8.GetBytes(request.Header(SignatureHeader)!.ToLowerInvariant()));
    }

    private static DateTimeOffset? SentAt(WebhookRequest request) =>
        long.TryParse(request.Header(TimeHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private ChannelReading Read(WebhookRequest request)
    {
        try
        {
            var isForm = request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
            using var document = LenientJson.Document(isForm ? Payload(request) : request.Body);
            var root = document.RootElement;
            return (Text(root, "type"), isForm) switch
            {
                ("url_verification", false) => ChannelReading.Of(200, Text(root, "challenge")),
                ("event_callback", false) => Kept(Event(root)),
                ("block_actions", true) => Kept(Press(root, request.ReceivedAt)),
                // What we did not ask for, and counts of what was left out, is taken note of by a 200; another answer would be repeated.
                _ => ChannelReading.Of(200),
            };
        }
        catch (JsonException)
        {
            return ChannelReading.Of(400, "The body is not the JSON that Slack sends.");
        }
    }

    private ChannelMessage? Event(JsonElement root)
    {
        if (Text(root, "team_id") != options.Value.TeamId || !root.TryGetProperty("event", out var happened))
            return null;
        // What the bot itself, another program, or an edit says is nothing that a person wrote.
        if (Text(happened, "type") != "message" || Text(happened, "channel_type") != "im" || happened.TryGetProperty("bot_id", out _) || Text(happened, "subtype") is not (null or FileShare))
            return null;
        if (Text(root, "event_id") is not { Length: > 0 and <= 100 } id || Text(happened, "user") is not { Length: > 0 and <= 40 } user || Text(happened, "channel") is not { Length: > 0 and <= 40 } channel)
            return null;
        var thread = Text(happened, "thread_ts");
        return new ChannelMessage(Channel, id, SlackThread.Write(channel, thread), Sender(user), SlackText.Plain(Text(happened, "text") ?? ""), At(Text(happened, "ts")))
        {
            IsThreaded = thread is not null,
            Files = Files(happened),
        };
    }

    private static IReadOnlyList<ChannelFile> Files(JsonElement happened) => happened.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
        ? [.. files.EnumerateArray().Take(ChannelFile.Most).Select(static file => new ChannelFile(OutgoingText.Clean(Text(file, "name") ?? "?", ChannelFile.LongestName), file.ValueKind == JsonValueKind.Object && file.TryGetProperty("size", out var size) && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) ? bytes : null))]
        : [];

    private ChannelMessage? Press(JsonElement root, DateTimeOffset receivedAt)
    {
        if (!root.TryGetProperty("team", out var team) || Text(team, "id") != options.Value.TeamId || !root.TryGetProperty("user", out var by) || Text(by, "id") is not { Length: > 0 and <= 40 } user)
            return null;
        // A button that opens a page is told of too, and means nothing.
        if (!root.TryGetProperty("actions", out var actions) || actions.ValueKind != JsonValueKind.Array || actions.GetArrayLength() != 1 || Text(actions[0], "value") is not { Length: > 0 and <= 600 } token)
            return null;
        var channel = root.TryGetProperty("channel", out var place) ? Text(place, "id") : null;
        var thread = root.TryGetProperty("container", out var container) ? Text(container, "thread_ts") : null;
        return new ChannelMessage(Channel, $"press/{user}/{Text(actions[0], "action_ts") ?? token}", SlackThread.Write(channel ?? user, thread), Sender(user), "", receivedAt) { Press = token };
    }

    private static ChannelSender Sender(string user) => new(SenderProof.None, null, null, "a Slack account") { AccountId = user };

    private static ChannelReading Kept(ChannelMessage? message) => new(new ChannelAnswer(200), message is null ? [] : [message]);

    private static ReadOnlyMemory<byte> Payload(WebhookRequest request)
    {
        var form = Encoding.UTF8.GetString(request.Body.Span);
        var payload = form.Split('&').FirstOrDefault(static pair => pair.StartsWith("payload=", StringComparison.Ordinal)) ?? throw new JsonException();
        return Encoding.UTF8.GetBytes(Uri.UnescapeDataString(payload["payload=".Length..].Replace('+', ' ')));
    }

    private static DateTimeOffset At(string? ts) =>
        double.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : DateTimeOffset.UnixEpoch;

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
