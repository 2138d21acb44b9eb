using System.Diagnostics;
using System.Net;

namespace HelpDesk.Bench.Product;

/// <summary>
/// Sends requests at fixed moments, whether or not earlier ones were answered: a slow answer delays nobody behind it, and its own
/// time counts from the moment at which it was due.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Sends all and waits for the answers, of which each must have the status that is wanted, 202 unless said otherwise.</summary>
    /// <returns>Times in milliseconds, sorted.</returns>
    public static async Task<double[]> SendAsync(HttpClient http, IReadOnlyList<HttpRequestMessage> requests, double perSecond, CancellationToken cancellation, HttpStatusCode wanted = HttpStatusCode.Accepted) =>
        [.. (await SendEachAsync(http, requests, perSecond, _ => wanted, cancellation)).Order()];

    /// <summary>Sends all and waits for the answers, of which each must have the status that is wanted of its request.</summary>
    /// <returns>Times in milliseconds, in the order of the requests.</returns>
    public static async Task<double[]> SendEachAsync(HttpClient http, IReadOnlyList<HttpRequestMessage> requests, double perSecond, Func<int, HttpStatusCode> wanted, CancellationToken cancellation)
    {
        var answers = new Task<double>[requests.Count];
        // A thread of its own: the schedule must not wait for the pool that reads the answers.
        await Task.Factory.StartNew(
            () =>
            {
                var begin = Stopwatch.GetTimestamp();
                for (var i = 0; i < requests.Count; i++)
                {
                    var due = begin + (long)(i / perSecond * Stopwatch.Frequency);
                    while (Stopwatch.GetTimestamp() < due)
                        Thread.Sleep(1);
                    answers[i] = OneAsync(http, requests[i], due, wanted(i), cancellation);
                }
            },
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await Task.WhenAll(answers);
    }

    private static async Task<double> OneAsync(HttpClient http, HttpRequestMessage request, long due, HttpStatusCode wanted, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode != wanted)
            throw new InvalidOperationException($"A request was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
