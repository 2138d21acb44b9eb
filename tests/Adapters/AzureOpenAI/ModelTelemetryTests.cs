using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Simulator.OpenAI;

namespace HelpDesk.Adapters.Tests.AzureOpenAI;

/// <summary>What a call of the model tells, by the semantic conventions; and that it tells nothing of what was asked or answered.</summary>
public sealed class ModelTelemetryTests(OpenAIStand stand) : IClassFixture<OpenAIStand>
{
    private const string Words = "my parrot ate the charger";

    [Fact]
    public async Task Ask_WithPrices_TellsTokensTimeAndCost()
    {
        var told = await HearAsync("priced-1", () => stand.AskAsync(
            Words, "t", ("AzureOpenAI:Deployment", "priced-1"), ("AzureOpenAI:InputPricePerMillionTokens", "2.5"), ("AzureOpenAI:OutputPricePerMillionTokens", "10"), ("AzureOpenAI:PriceCurrency", "EUR")));

        told.Where(line => line.StartsWith("gen_ai.client.token.usage", StringComparison.Ordinal)).Count().ShouldBe(2);
        told.ShouldContain(line => line.StartsWith("gen_ai.client.token.usage 1 ", StringComparison.Ordinal) && line.Contains("gen_ai.token.type=output", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("gen_ai.client.operation.duration", StringComparison.Ordinal) && line.Contains("gen_ai.provider.name=azure.ai.openai", StringComparison.Ordinal));
        // One token of each: (1 x 2.5 + 1 x 10) / 1,000,000.
        told.ShouldContain(line => line.StartsWith("helpdesk.model.cost 1.25E-05 ", StringComparison.Ordinal) && line.Contains("helpdesk.currency=EUR", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("span chat priced-1 Client", StringComparison.Ordinal) && line.Contains("gen_ai.usage.input_tokens=1", StringComparison.Ordinal));
        told.Where(line => line.Contains("parrot", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_WithoutPrices_TellsNoCost() =>
        (await HearAsync("free-1", () => stand.AskAsync(Words, "t", ("AzureOpenAI:Deployment", "free-1")))).Where(line => line.StartsWith("helpdesk.model.cost", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public async Task Ask_ServiceFault_IsTheErrorOfTheCall()
    {
        await stand.NextAsync(new ScriptedAnswer(429));

        var told = await HearAsync("busy-1", () => Should.ThrowAsync<VendorException>(() => stand.AskAsync(Words, "t", ("AzureOpenAI:Deployment", "busy-1"))));

        told.ShouldContain(line => line.StartsWith("gen_ai.client.operation.duration", StringComparison.Ordinal) && line.Contains("error.type=429", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("span chat busy-1", StringComparison.Ordinal) && line.Contains("error.type=429", StringComparison.Ordinal));
        told.Where(line => line.StartsWith("gen_ai.client.token.usage", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Embed_TellsTokensAndTimeOfTheEmbeddingDeploymentAndNoCost()
    {
        var told = await HearAsync("vectors-1", () => stand.EmbedAsync(
            [Words], ("AzureOpenAI:EmbeddingDeployment", "vectors-1"), ("AzureOpenAI:InputPricePerMillionTokens", "2.5"), ("AzureOpenAI:OutputPricePerMillionTokens", "10"), ("AzureOpenAI:PriceCurrency", "EUR")));

        told.ShouldContain(line => line.StartsWith("span embeddings vectors-1 Client", StringComparison.Ordinal) && line.Contains("gen_ai.usage.input_tokens=7", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("gen_ai.client.token.usage 7 ", StringComparison.Ordinal) && line.Contains("gen_ai.operation.name=embeddings", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("gen_ai.client.operation.duration", StringComparison.Ordinal) && line.Contains("gen_ai.request.model=vectors-1", StringComparison.Ordinal));
        told.Where(line => line.StartsWith("helpdesk.model.cost", StringComparison.Ordinal) || line.Contains("parrot", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    // All that is told of one deployment: other tests run beside this one.
    private static async Task<List<string>> HearAsync(string deployment, Func<Task> call)
    {
        var told = new List<string>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ProductTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Keep(told, deployment, $"span {span.DisplayName} {span.Kind} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var figures = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == ModelMetrics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(told, deployment, Line(instrument.Name, value, tags)));
        figures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(told, deployment, Line(instrument.Name, value, tags)));
        figures.Start();
        await call();
        lock (told)
            return [.. told];
    }

    private static string Line(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {value} ") + string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private static void Keep(List<string> told, string deployment, string line)
    {
        if (!line.Contains(deployment, StringComparison.Ordinal))
            return;
        lock (told)
            told.Add(line);
    }
}
