using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>A made-up ticket system over HTTP: what its maker would run.</summary>
public sealed class AcornServer : IAsyncDisposable
{
    public const string Token = "acorn-token-for-tests";
    public const string Secret = "acorn-webhook-secret-for-tests";

    private readonly ConcurrentDictionary<string, AcornTicket> _tickets = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private AcornServer(WebApplication app) => _app = app;

    /// <summary>What the product's operator would set.</summary>
    public IConfiguration Settings => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Acorn:Url"] = _app.Urls.Single(), ["Acorn:Token"] = Token, ["Acorn:WebhookSecret"] = Secret,
    }).Build();

    public AcornTicket this[string id] => _tickets[id];

    public static async Task<AcornServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FreePort.Url());
        var server = new AcornServer(builder.Build());
        server.Map();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A person files a ticket; no webhook is sent.</summary>
    public AcornTicket File(string mail, string title, string text)
    {
        var number = _tickets.Count + 1;
        var ticket = new AcornTicket($"{number:x8}", $"ACN-{number}", title, text, mail, DateTimeOffset.UtcNow);
        return _tickets[ticket.Id] = ticket;
    }

    /// <summary>The webhook that Acorn sends of a ticket.</summary>
    public static HttpRequestMessage Webhook(AcornTicket ticket, string secret = Secret, TimeSpan age = default)
    {
        var body = JsonSerializer.Serialize(new { what = "filed", id = ticket.Id, number = ticket.Number, version = ticket.Version });
        var at = (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}\n{body}")));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/webhooks/acorn", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Acorn-Proof", $"{at};{mac}");
        return request;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.Use(async (http, next) =>
        {
            if (http.Request.Headers.Authorization == $"Bearer {Token}")
                await next(http);
            else
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        });
        _app.MapGet("/tickets/{id}", (string id) => _tickets.TryGetValue(id, out var ticket) ? Results.Json(ticket) : Results.NotFound());
        _app.MapGet("/tickets", (DateTimeOffset since) => Results.Json(_tickets.Values.Where(ticket => ticket.CreatedAt >= since).OrderBy(ticket => ticket.CreatedAt)));
        _app.MapPut("/tickets/{id}/writes/{key}", (string id, string key, AcornWrite write) =>
        {
            _tickets.AddOrUpdate(id, _ => throw new InvalidOperationException("There is no such ticket."), (_, before) => Written(before, key, write));
            return Results.NoContent();
        });
    }

    private static AcornTicket Written(AcornTicket before, string key, AcornWrite write) => before.Writes.ContainsKey(key) ? before : before with
    {
        Version = before.Version + 1,
        IsResolved = before.IsResolved || write.Kind == "resolve",
        Team = write.Kind == "team" ? write.Text : before.Team,
        Writes = new Dictionary<string, AcornWrite>(before.Writes, StringComparer.Ordinal) { [key] = write },
    };
}
