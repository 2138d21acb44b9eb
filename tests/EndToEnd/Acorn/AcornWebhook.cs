using System.Globalization;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>Acorn's webhook: <c>X-Acorn-Proof: seconds;hex</c>, an HMAC-SHA256 over the seconds, a line feed and the body.</summary>
internal sealed class AcornWebhook(IOptions<AcornOptions> options) : ITicketWebhook
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public string System => AcornTicketSystem.Id;

    public string? MissingSetting => options.Value.WebhookSecret.Length > 0 ? null : "Acorn:WebhookSecret";

    public TimeSpan MaxAge => TimeSpan.MaxValue;

    public string ClockSetting => "Acorn:WebhookSecret";

    public WebhookProof Check(WebhookRequest request)
    {
        if (request.Header("X-Acorn-Proof")?.Split(';') is not [{ Length: 10 } seconds, { Length: 64 } hex] || !seconds.All(char.IsAsciiDigit) || !hex.All(char.IsAsciiHexDigit))
            return WebhookProof.Invalid;
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}\n"), .. request.Body.Span];
        if (!WebhookSignature.IsSigned(signed, Convert.FromHexString(hex), [Encoding.UTF8.GetBytes(options.Value.WebhookSecret)]))
            return WebhookProof.Invalid;
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
        return (request.ReceivedAt - sentAt).Duration() > Window ? WebhookProof.WrongTime : WebhookProof.Valid;
    }

    public WebhookReading Read(WebhookRequest request) => WebhookBody.Read(request.Body, Read);

    private static WebhookReading Read(JsonElement root)
    {
        var ticket = new TicketReference(AcornTicketSystem.Id, root.RequiredText("id", "id"), root.RequiredText("number", "number"));
        if (!AcornTicketSystem.HasValidIds(ticket))
            throw new WebhookFormatException("id", "must be 8 hexadecimal digits, and the number ACN- and digits.");
        return root.RequiredText("what", "what") == "filed"
            ? WebhookReading.Tells(ticket, TicketEventKind.Created, $"{ticket.ExternalId}/{root.RequiredText("version", "version")}")
            : WebhookReading.Ignored("Only filed tickets are worked on.");
    }
}
