using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Web.Tests.Webhooks;

/// <summary>Requests as the ticket systems make them.</summary>
public static class SignedRequest
{
    public const string Insert = """{"event":"insert","table":"incident","sys_id":"9d385017c611228701d22104cc95c371","sys_mod_count":"0","number":"INC0010023"}""";

    public static HttpRequestMessage ServiceNow(DateTimeOffset at, string body = Insert, string secret = WebhookHost.ServiceNowSecret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ServiceNow(timestamp, Signature(timestamp, body, secret), body);
    }

    public static HttpRequestMessage ServiceNow(string? timestamp, string? signature, string body = Insert)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/servicenow") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (timestamp is not null)
            request.Headers.TryAddWithoutValidation("X-SNC-Timestamp", timestamp);
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-SNC-Signature", signature);
        return request;
    }

    public static string Signature(string timestamp, string body, string secret = WebhookHost.ServiceNowSecret) =>
        "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    public static HttpRequestMessage Jira(string body, string secret = WebhookHost.JiraSecret, string? contentType = "application/json") =>
        JiraWith("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))), body, contentType);

    public static HttpRequestMessage JiraWith(string header, string? value, string body, string? contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/jira") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }
}
