using System.Globalization;
using System.Net;
using HelpDesk.Adapters.Graph.Calls;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What an answer says of Graph's limits.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="RetryAfter">How long Graph asked to wait.</param>
/// <param name="Units">Resource units that it counted.</param>
/// <param name="Level">The part of a limit that is used; only told above 0.8.</param>
/// <param name="Scope">Kind of the limit that was reached, without the ids that Graph adds.</param>
/// <param name="Information">Why it was reached.</param>
internal sealed record ThrottleAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, int? Units, double? Level, string? Scope, string? Information)
{
    private const int LongestWord = 64;

    // More than twice a limit is never reported.
    private const double HighestLevel = 2;

    /// <summary>True when nothing of its class may be sent for a while. A 503 says so when it says how long.</summary>
    public bool IsRefusal => Status == HttpStatusCode.TooManyRequests || (Status == HttpStatusCode.ServiceUnavailable && RetryAfter is not null);

    /// <summary>Reads it.</summary>
    public static ThrottleAnswer Of(HttpResponseMessage response, DateTimeOffset now) => new(
        response.StatusCode,
        RetryAfterHeader.Wait(response.Headers.RetryAfter, now),
        int.TryParse(Header(response, "x-ms-resource-unit"), NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units is > 0 and < 100 ? units : null,
        double.TryParse(Header(response, "x-ms-throttle-limit-percentage"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level) && level <= HighestLevel ? level : null,
        Word(Header(response, "x-ms-throttle-scope")?.Split('/') is [var who, var what, ..] ? $"{who}/{what}" : null),
        Word(Header(response, "x-ms-throttle-information")));

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static string? Word(string? text) => text is { Length: > 0 and <= LongestWord } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '-') ? text : null;
}
