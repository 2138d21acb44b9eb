using System.Text.Json;

namespace HelpDesk.Architecture.Tests.Functions;

/// <summary>host.json says what the product relies on.</summary>
public sealed class HostFileTests : IDisposable
{
    private readonly JsonDocument _host = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("host.json")));

    [Fact]
    public void Routes_Prefix_IsNone() => At("extensions", "http", "routePrefix").GetString().ShouldBe("");

    [Fact]
    public void Durable_NamesOfSettings_AreThoseOfTheDeployment()
    {
        At("extensions", "durableTask", "hubName").GetString().ShouldBe("%TaskHubName%");
        At("extensions", "durableTask", "storageProvider", "connectionName").GetString().ShouldBe("AzureWebJobsStorage");
    }

    /// <summary>What a killed instance had taken comes back to another one after these: the default is 5 minutes, and the least that is allowed 1.</summary>
    [Theory]
    [InlineData("controlQueueVisibilityTimeout")]
    [InlineData("workItemQueueVisibilityTimeout")]
    public void Durable_WorkOfAKilledInstance_IsTakenUpAfterAMinute(string setting) =>
        At("extensions", "durableTask", "storageProvider", setting).GetString().ShouldBe("00:01:00");

    [Fact]
    public void Durable_Tracing_HoldsNoPayload()
    {
        At("extensions", "durableTask", "tracing", "traceInputsAndOutputs").GetBoolean().ShouldBeFalse();
        At("extensions", "durableTask", "tracing", "version").GetString().ShouldBe("V2");
    }

    [Fact]
    public void Telemetry_RequestsAndExceptions_AreNotSampled() =>
        At("logging", "applicationInsights", "samplingSettings", "excludedTypes").GetString()!.Split(';').ShouldBe(["Request", "Exception"], ignoreOrder: true);

    [Fact]
    public void Durable_Shutdown_IsGraceful() => At("extensions", "durableTask", "useGracefulShutdown").GetBoolean().ShouldBeTrue();

    public void Dispose() => _host.Dispose();

    private JsonElement At(params string[] path) => path.Aggregate(_host.RootElement, (element, name) => element.GetProperty(name));
}
