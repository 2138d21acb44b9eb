using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// Change notifications of Graph about the intake mailbox: only a wake-up, what came is read anyway (contract: conversation, 2.3). The handshake is answered;
/// a notification counts only with the client state of the settings.
/// </summary>
internal sealed class MailboxWebhook(MailboxSubscription subscription, IOptions<GraphOptions> options) : IChannelWebhook
{
    private const int LongestToken = 4_000;

    public string Channel => MailboxSource.Name;

    public string? MissingSetting => options.Value.IntakeClientState.Length == 0 ? "Graph:IntakeClientState" : null;

    public Task<ChannelReading> ReadAsync(WebhookRequest request, CancellationToken cancellation) => Task.FromResult(Read(request));

    private ChannelReading Read(WebhookRequest request)
    {
        if (request.Query.GetValueOrDefault("validationToken") is { Length: > 0 and <= LongestToken } token)
            return ChannelReading.Of(200, token);
        try
        {
            using var document = LenientJson.Document(request.Body);
            List<JsonElement> ours = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("value", out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray().Where(IsOurs)] : [];
            // Graph says that the subscription ends, was removed, or that notifications were lost: it is looked after with the reading that follows.
            if (ours.Exists(static one => one.TryGetProperty("lifecycleEvent", out _)))
                subscription.Forget();
            // 202 whatever it holds: another answer would be repeated for hours, and says what is right.
            return ChannelReading.Of(202) with { Wakes = ours.Count > 0 };
        }
        catch (JsonException)
        {
            return ChannelReading.Of(400, "The body is no notification.");
        }
    }

    private bool IsOurs(JsonElement notification) =>
        notification.ValueKind == JsonValueKind.Object && notification.TryGetProperty("clientState", out var state) && state.ValueKind == JsonValueKind.String
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(state.GetString()!)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.IntakeClientState)));
}
