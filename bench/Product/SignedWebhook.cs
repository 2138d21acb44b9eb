using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Simulator;

namespace HelpDesk.Bench.Product;

/// <summary>Webhooks as the business rule of docs/servicenow-webhook.md sends them.</summary>
internal static class SignedWebhook
{
    private static readonly byte[] Key = Convert.FromBase64String(new SimulatorOptions().ServiceNowWebhookSecret);

    /// <summary>Tells of a created incident; signed now, good for five minutes.</summary>
    /// <param name="product">Where the product listens.</param>
    /// <param name="sysId">The incident.</param>
    /// <param name="number">Its number.</param>
    /// <param name="caller">Who asks.</param>
    public static HttpRequestMessage Created(Uri product, string sysId, string number, string caller)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { @event = "insert", table = "incident", sys_id = sysId, sys_mod_count = "0", number, caller = new { sys_id = caller } });
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. body];
        var mac = HMACSHA256.HashData(Key, signed);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product, "/api/webhooks/servicenow")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-SNC-Timestamp", timestamp);
        request.Headers.Add("X-SNC-Signature", $"sha256={Convert.ToBase64String(mac)}");
        return request;
    }
}
