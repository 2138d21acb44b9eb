using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>The business rule of docs/servicenow-webhook.md: builds the body and signs it when it is sent.</summary>
internal sealed class ServiceNowWebhook(ServiceNowTables tables, SimulatorOptions options, TimeProvider time)
{
    /// <summary>The webhook of a change.</summary>
    /// <param name="row">The incident after it.</param>
    /// <param name="operation"><c>insert</c> or <c>update</c>.</param>
    public WebhookDelivery Of(ServiceNowRow row, string operation)
    {
        var caller = row["caller_id"].Length == 0 ? null : tables.Row("sys_user", row["caller_id"]);
        var group = row["assignment_group"].Length == 0 ? null : tables.Row("sys_user_group", row["assignment_group"]);
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["event"] = operation,
            ["table"] = ServiceNowTables.Incident,
            ["sys_id"] = row.SysId,
            ["sys_mod_count"] = row["sys_mod_count"],
            ["number"] = row["number"],
            ["short_description"] = row["short_description"],
            ["description"] = row["description"],
            ["state"] = row["state"],
            ["priority"] = row["priority"],
            ["category"] = row["category"],
            ["caller"] = new { sys_id = row["caller_id"], email = caller?["email"] ?? "", user_name = caller?["user_name"] ?? "" },
            ["cmdb_ci"] = row["cmdb_ci"],
            ["assignment_group"] = group?["name"] ?? "",
            ["updated_by"] = row["sys_updated_by"],
            ["sys_updated_on"] = row["sys_updated_on"],
        });
        return new WebhookDelivery("servicenow", "/api/webhooks/servicenow", body, Sign, MaxRetries: 0);
    }

    private IEnumerable<KeyValuePair<string, string>> Sign(byte[] body, int retry)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. body];
        var mac = HMACSHA256.HashData(Convert.FromBase64String(options.ServiceNowWebhookSecret), signed);
        return [new("X-SNC-Timestamp", timestamp), new("X-SNC-Signature", $"sha256={Convert.ToBase64String(mac)}")];
    }
}
