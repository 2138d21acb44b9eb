using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Teams;

namespace HelpDesk.EndToEnd.Tests;

/// <summary>P3 for traces: whatever a span of the product or of the libraries under it carries, it is no secret and nothing a requester wrote.</summary>
public sealed class TraceScanTests
{
    [Fact]
    public async Task CollectedPass_LeavesNoSecretAndNoTicketTextInAnySpan()
    {
        ConcurrentQueue<string> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue(Everything(span)),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await HelpDeskHost.StartAsync("HelpDesk:Simulate=azureopenai");

        var pass = await CollectedPass.CollectAsync(host.Client);

        Dictionary<string, string> secrets = new(StringComparer.Ordinal)
        {
            ["the pass"] = pass,
            ["the client secret"] = new SimulatorOptions().ClientSecret,
            ["the address of the Teams workflow"] = SimulatedTeams.Signature,
            ["a token"] = "eyJ",
            ["the ticket's text"] = "after the holidays",
        };
        foreach (var (name, secret) in secrets)
            spans.Where(span => span.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty(name);
        spans.ShouldContain(span => span.Contains("activity execute-step", StringComparison.Ordinal), "the engine's spans are heard");
        spans.ShouldContain(span => span.Contains("System.Net.Http", StringComparison.Ordinal), "outside calls are heard");
    }

    private static string Everything(Activity span)
    {
        var lines = new List<string> { span.Source.Name, span.OperationName, span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "" };
        lines.AddRange(span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        lines.AddRange(span.Baggage.Select(item => $"{item.Key}={item.Value}"));
        foreach (var happened in span.Events)
            lines.Add($"{happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
        return string.Join('\n', lines);
    }
}
