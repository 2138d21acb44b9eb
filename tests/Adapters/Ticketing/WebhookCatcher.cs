using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Stands where the product listens, and keeps what comes.</summary>
public sealed class WebhookCatcher : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<HttpStatusCode> _answers = new();
    private readonly ConcurrentQueue<CaughtWebhook> _caught = new();

    private WebhookCatcher(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyList<CaughtWebhook> Caught => [.. _caught];

    /// <param name="answers">The first answers; 202 after them.</param>
    public static async Task<WebhookCatcher> StartAsync(params HttpStatusCode[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var app = builder.Build();
        var catcher = new WebhookCatcher(app);
        foreach (var answer in answers)
            catcher._answers.Enqueue(answer);
        app.Map("/{**path}", catcher.CatchAsync);
        await app.StartAsync();
        return catcher;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CatchAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _caught.Enqueue(new CaughtWebhook(
            context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        context.Response.StatusCode = (int)(_answers.TryDequeue(out var answer) ? answer : HttpStatusCode.Accepted);
    }
}
