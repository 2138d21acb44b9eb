using System.Text.Json.Nodes;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>infra-bicep/main.bicep, compiled once for all tests.</summary>
public sealed class CompiledInfrastructure : IAsyncLifetime
{
    /// <summary>What the compiler complained about.</summary>
    internal string Complaints { get; private set; } = "";

    internal ArmTemplate Template { get; private set; } = null!;

    internal static string Readme => File.ReadAllText(Path.Combine(Repository.Folder, "infra-bicep", "README.md"));

    internal static string SettingsPage => File.ReadAllText(Path.Combine(Repository.Folder, "docs", "settings.md"));

    public async Task InitializeAsync()
    {
        (var output, Complaints) = await BicepCompiler.RunAsync("build", "main.bicep", "--stdout");
        Template = new ArmTemplate(JsonNode.Parse(output) as JsonObject ?? throw new InvalidOperationException(Complaints));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
