using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// ServiceNow's webhook (docs/servicenow-webhook.md): <c>X-SNC-Signature: sha256=base64</c> over <c>timestamp.body</c>, and the time in
/// <c>X-SNC-Timestamp</c> as Unix seconds or milliseconds.
/// </summary>
internal sealed class ServiceNowWebhook(IOptions<ServiceNowWebhookOptions> options) : ITicketWebhook
{
    private const int Base64Length = 44;
    private const int SecondsLength = 10;
    private const int MillisecondsLength = 13;

    public string System => ServiceNowApi.System;

    public string? MissingSetting => options.Value.ServiceNow.IsSet ? null : "Webhooks:ServiceNow:Secret";

    public TimeSpan MaxAge => TimeSpan.MaxValue;

    public string ClockSetting => "Webhooks:ServiceNowWindow";

    public bool MayBeProven(WebhookRequest request) =>
        request.Header("X-SNC-Timestamp") is { } time && MomentOf(time) is not null && SignatureOf(request) is not null;

    public WebhookProof Check(WebhookRequest request)
    {
        if (request.Header("X-SNC-Timestamp") is not { } time || MomentOf(time) is not { } sentAt || !IsSigned(request, time))
            return WebhookProof.Invalid;
        return (request.ReceivedAt - sentAt).Duration() > options.Value.ServiceNowWindow ? WebhookProof.WrongTime : WebhookProof.Valid;
    }

    public WebhookReading Read(WebhookRequest request) => ServiceNowWebhookBody.Read(request.Body, options.Value);

    private bool IsSigned(WebhookRequest request, string time)
    {
        if (SignatureOf(request) is not { } signature)
            return false;
        var signed = new byte[time.Length + 1 + request.Body.Length];
        Encoding.ASCII.GetBytes(time, signed);
        signed[time.Length] = (byte)'.';
        request.Body.Span.CopyTo(signed.AsSpan(time.Length + 1));
        return WebhookSignature.IsSigned(signed, signature, options.Value.ServiceNow.All.Select(WebhookSignature.FromBase64).OfType<byte[]>());
    }

    private static byte[]? SignatureOf(WebhookRequest request) =>
        WebhookSignature.Digest(request.Header("X-SNC-Signature"), Base64Length) is { } digest
        && WebhookSignature.FromBase64(digest) is { Length: SHA256.HashSizeInBytes } signature
            ? signature
            : null;

    private static DateTimeOffset? MomentOf(string time) =>
        !time.All(char.IsAsciiDigit) ? null
        : time.Length == SecondsLength ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture))
        : time.Length == MillisecondsLength ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(time, CultureInfo.InvariantCulture))
        : null;
}
