using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Reads what our business rule in ServiceNow sends (docs/servicenow-webhook.md): <c>event</c>, <c>table</c>, <c>sys_id</c>,
/// <c>number</c>, <c>sys_mod_count</c> and <c>updated_by</c> count, and <c>caller.sys_id</c> for fair turns; the rest is not read.
/// </summary>
internal static class ServiceNowWebhookBody
{
    private const string Table = "incident";

    /// <summary>Reads a body whose signature was checked.</summary>
    public static WebhookReading Read(ReadOnlyMemory<byte> body, ServiceNowWebhookOptions options) =>
        WebhookBody.Read(body, root => Read(root, options));

    private static WebhookReading Read(JsonElement root, ServiceNowWebhookOptions options)
    {
        var operation = root.RequiredText("event", "event");
        var table = root.Text("table", "table") ?? Table;
        var sysId = root.RequiredText("sys_id", "sys_id");
        if (!ServiceNowId.IsValid(sysId))
            throw new WebhookFormatException("sys_id", "must be 32 hexadecimal digits.");
        var number = root.RequiredText("number", "number");
        if (!ServiceNowId.IsNumber(number))
            throw new WebhookFormatException("number", "must be a letter and up to 39 letters, digits, '_' or '-'.");
        var count = root.RequiredText("sys_mod_count", "sys_mod_count");
        if (count.Length > 18 || !count.All(char.IsAsciiDigit))
            throw new WebhookFormatException("sys_mod_count", "must be up to 18 digits.");
        var updatedBy = root.Text("updated_by", "updated_by") ?? root.Text("sys_updated_by", "sys_updated_by");

        if (!string.Equals(table, Table, StringComparison.Ordinal))
            return WebhookReading.Ignored("Only incidents are worked on.");
        if (options.IsOwn(updatedBy))
            return WebhookReading.Ignored("Our own write.");
        TicketEventKind? kind = operation switch
        {
            "insert" => TicketEventKind.Created,
            "update" => TicketEventKind.Changed,
            _ => null,
        };
        if (kind is null)
            return WebhookReading.Ignored("Only insert and update are worked on.");

        var id = sysId.ToLowerInvariant();
        return WebhookReading.Tells(new TicketReference(ServiceNowApi.System, id, number), kind.Value, $"{id}/{count}", askedBy: AskedBy(root));
    }

    // A hint for fair turns: a body that says it otherwise, or not at all, is as good.
    private static string? AskedBy(JsonElement root) => root.Hint("caller", "sys_id");
}
