using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>What the scripted Graph answers.</summary>
public sealed record ScriptedAnswer(int Status, string Body, string ContentType = "application/json")
{
    public const string RequestId = "11110000-aaaa-4000-8000-000000000001";

    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    public bool IsSilent { get; init; }

    public bool IsBrokenOff { get; init; }

    /// <summary>The connection ends without an answer.</summary>
    public static ScriptedAnswer BreakOff { get; } = new(200, "") { IsBrokenOff = true };

    public static ScriptedAnswer Silence { get; } = new(200, "") { IsSilent = true };

    public static ScriptedAnswer Json(object body) => new(200, JsonSerializer.Serialize(body));

    public static ScriptedAnswer Page(params object[] items) => Json(new { value = items });

    public static ScriptedAnswer Error(int status, string code, string message = "no") =>
        new(status, JsonSerializer.Serialize(new { error = new { code, message, innerError = new Dictionary<string, string> { ["request-id"] = RequestId } } }));

    public async Task WriteAsync(HttpContext context)
    {
        if (IsSilent)
        {
            // Until the caller gives up.
            var gone = new TaskCompletionSource();
            await using var waiting = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (IsBrokenOff)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.Headers["request-id"] = RequestId;
        if (RetryAfter is not null)
            context.Response.Headers.RetryAfter = RetryAfter;
        if (Location is not null)
            context.Response.Headers.Location = Location;
        if (Body.Length == 0)
            return;
        context.Response.ContentType = ContentType;
        await context.Response.WriteAsync(Body);
    }
}
