using HelpDesk.Adapters.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HelpDesk.Adapters.Tests.OpenTelemetry;

public sealed class TelemetryExportersTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    [Fact]
    public void Add_NothingSet_AddsNothing()
    {
        var services = new ServiceCollection();

        services.AddTelemetry(Settings(), new TelemetryHost()).Any.ShouldBeFalse();

        services.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection)]
    public async Task Add_AnExporterSet_TracesAndMeasures(string setting, string value)
    {
        var settings = Settings((setting, value), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD"));
        var services = new ServiceCollection().AddSingleton(settings);

        services.AddTelemetry(settings, new TelemetryHost()).Any.ShouldBeTrue();

        await using var provider = services.BuildServiceProvider();
        provider.GetService<TracerProvider>().ShouldNotBeNull();
        provider.GetService<MeterProvider>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "@Microsoft.KeyVault(SecretUri=x)")]
    public void Add_AWrongSetting_IsRefusedByName(string setting, string value) =>
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddTelemetry(Settings((setting, value)), new TelemetryHost())).Message.ShouldContain(setting);

    [Theory]
    [InlineData("ClientId=6f7a;Authorization=AAD", true, "6f7a")]
    [InlineData("Authorization=AAD", true, null)]
    [InlineData("", false, null)]
    public void From_AuthenticationString_SaysWhoSignsIn(string text, bool signsIn, string? clientId)
    {
        var exporters = TelemetryExporters.From(Settings(("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", text)));

        exporters.SignsIn.ShouldBe(signsIn);
        exporters.ClientId.ShouldBe(clientId);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
}
