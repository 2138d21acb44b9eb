using System.Diagnostics;
using System.Diagnostics.Metrics;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Teams;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.EndToEnd.Tests.Telemetry;

/// <summary>P3 for what leaves the product: spans, attributes of figures and log records hold no secret and nothing a requester wrote.</summary>
[Collection(ListeningCollection.Name)]
public sealed class ExportScanTests
{
    [Fact]
    public async Task CollectedPass_LeavesNoSecretAndNoTicketTextInWhatIsExported()
    {
        var exported = new Exported();
        await using var host = await HelpDeskHost.StartAsync(services => services.AddSingleton(exported.Head()), "HelpDesk:Simulate=azureopenai", "Logging:LogLevel:Default=Trace");
        var caseId = await host.Client.FileAsync("servicenow", KnownPeople.WithoutUsageLocation.UserPrincipalName, "Planted title words", "Planted body words: my parrot ate the charger");
        await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null || record.State != CaseState.Working);
        var links = host.Services.GetRequiredService<PersonLinks>();
        using (var shown = await host.Client.Product.GetAsync(new Uri(links.LinkFor(new CaseId(caseId)).PathAndQuery, UriKind.Relative)))
            shown.EnsureSuccessStatusCode();

        var pass = await CollectedPass.CollectAsync(host.Client);
        exported.Collect();

        Dictionary<string, string> secrets = new(StringComparer.Ordinal)
        {
            ["the pass"] = pass,
            ["the client secret"] = new SimulatorOptions().ClientSecret,
            ["the address of the Teams workflow"] = SimulatedTeams.Signature,
            ["a link to a person"] = links.TokenFor(new CaseId(caseId)),
            ["a token"] = "eyJ",
            ["a title"] = "Planted title",
            ["a text"] = "parrot",
            ["another text"] = "after the holidays",
        };
        foreach (var (name, secret) in secrets)
            exported.Everything().Where(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(name);
        exported.Spans.ShouldContain(span => span.Name == "activity execute-step");
        exported.Spans.ShouldContain(span => span.Name == "chat simulated");
        exported.Points.ShouldContain(point => point.StartsWith("gen_ai.client.token.usage [{token}]", StringComparison.Ordinal) && point.Contains("gen_ai.token.type=input", StringComparison.Ordinal));
        exported.Points.ShouldContain(point => point.StartsWith("helpdesk.approvals.age [s]", StringComparison.Ordinal) && point.Contains("helpdesk.outcome=approved", StringComparison.Ordinal));
        exported.Points.ShouldNotContain(point => point.StartsWith("helpdesk.model.cost", StringComparison.Ordinal), "no price is set");
        exported.Logs.ShouldContain(record => record.Contains("\n1000\n", StringComparison.Ordinal), "intake says what it took");
    }

    [Fact]
    public async Task Scan_OfPlantedText_FindsItInSpansFiguresAndLogs()
    {
        var exported = new Exported();
        await using var host = await HelpDeskHost.StartAsync(services => services.AddSingleton(exported.Head()));
        using (var span = ProductSpans.Source.StartActivity("planted"))
            span!.SetTag("planted", "parrot in a span");
        using var meter = new Meter(ProductTelemetry.MeterName);
        meter.CreateCounter<long>("planted").Add(1, new KeyValuePair<string, object?>("planted", "parrot in a figure"));
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("HelpDesk.Planted").Log(LogLevel.Information, new EventId(1), "parrot in a log", null, static (text, _) => text);

        exported.Collect();

        foreach (var place in (string[])["a span", "a figure", "a log"])
            exported.Everything().ShouldContain(text => text.Contains($"parrot in {place}", StringComparison.Ordinal), place);
    }

    [Fact]
    public async Task Export_OfFaultsAndAddresses_LosesTheirTexts()
    {
        var exported = new Exported();
        await using var host = await HelpDeskHost.StartAsync(services => services.AddSingleton(exported.Head()));
        using (var span = ProductSpans.Source.StartActivity("GET", ActivityKind.Client))
        {
            span!.SetTag("url.full", "https://someone:parrot@example.com/users/parrot?sig=parrot").SetTag("url.query", "t=parrot").SetTag("url.path", "/person/parrot").SetTag("exception.message", "parrot");
            span.SetStatus(ActivityStatusCode.Error, "parrot");
        }

        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("HelpDesk.Planted")
            .Log(LogLevel.Error, new EventId(2), "A fault", new InvalidOperationException("parrot"), static (text, _) => text);

        exported.Everything().Where(text => text.Contains("parrot", StringComparison.Ordinal)).ShouldBeEmpty();
        exported.Spans.ShouldContain(span => span.Everything.Contains("url.full=https://example.com/", StringComparison.Ordinal) && span.Everything.Contains("url.path=/person", StringComparison.Ordinal));
        exported.Logs.ShouldContain(record => record.Contains("exception.type=System.InvalidOperationException", StringComparison.Ordinal));
    }
}
