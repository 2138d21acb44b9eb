using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Simulator;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Webhooks as somebody posts them by hand, signed with the simulated systems' secrets.</summary>
public static class Signed
{
    private static readonly SimulatorOptions Simulated = new();

    /// <summary>A ServiceNow webhook.</summary>
    public static HttpRequestMessage ServiceNow(string body, string? secret = null)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret ?? Simulated.ServiceNowWebhookSecret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        var request = Post("/api/webhooks/servicenow", body);
        request.Headers.Add("X-SNC-Timestamp", timestamp);
        request.Headers.Add("X-SNC-Signature", $"sha256={Convert.ToBase64String(mac)}");
        return request;
    }

    /// <summary>A Jira webhook.</summary>
    public static HttpRequestMessage Jira(string body, string? secret = null)
    {
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? Simulated.JiraWebhookSecret), Encoding.UTF8.GetBytes(body));
        var request = Post("/api/webhooks/jira", body);
        request.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(mac)}");
        return request;
    }

    private static HttpRequestMessage Post(string path, string body) =>
        new(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
