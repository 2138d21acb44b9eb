using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Triage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class ShippedModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ShippedModelTests() => File.WriteAllText(ExamplesPath, "intent,language,text\n" + string.Concat(Enumerable.Range(0, 8).Select(Rows)));

    private string ExamplesPath => Path.Combine(_folder, "examples.csv");

    private string ModelPath => Path.Combine(_folder, "embedded.model");

    private string CacheDirectory => Path.Combine(_folder, "cache");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Build_OfUnchangedExamples_TrainsOnce()
    {
        ModelBuild.Run(ExamplesPath, ModelPath).ShouldBeTrue();
        ModelBuild.Run(ExamplesPath, ModelPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WithTheShippedModel_LoadsItAndTrainsNothing()
    {
        ModelBuild.Run(ExamplesPath, ModelPath);
        await AskAsync();
        Directory.Exists(CacheDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WithoutAShippedModel_TrainsAndKeepsWhatTheNextStartLoads()
    {
        await AskAsync();
        var kept = Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
        var written = File.GetLastWriteTimeUtc(kept);
        await AskAsync();
        File.GetLastWriteTimeUtc(kept).ShouldBe(written);
    }

    [Fact]
    public async Task Start_WithADamagedShippedModel_DoesNotUseIt()
    {
        ModelBuild.Run(ExamplesPath, ModelPath);
        var bytes = await File.ReadAllBytesAsync(ModelPath);
        bytes[^50] ^= 0xFF;
        await File.WriteAllBytesAsync(ModelPath, bytes);

        await AskAsync();
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Start_WithAShippedModelOfOtherExamples_DoesNotUseIt()
    {
        ModelBuild.Run(ExamplesPath, ModelPath);
        await File.AppendAllTextAsync(ExamplesPath, "printer.problem,en,One more sentence about the printer.\n");

        await AskAsync();
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
    }

    private static string Rows(int number) =>
        $"""
        printer.problem,en,The printer on floor {number} is jammed and prints nothing.
        network.vpn,en,The VPN does not connect from home since day {number}.
        identity.licence,en,I need a licence for product {number} please.

        """;

    private async Task AskAsync()
    {
        var options = new EmbeddedTriageOptions { ExamplesPath = ExamplesPath, ModelPath = ModelPath, CacheDirectory = CacheDirectory };
        using var model = new EmbeddedTriageModel(Options.Create(options), NullLogger<EmbeddedTriageModel>.Instance);
        var answer = await model.AskAsync(new TriageRequest("case", "", "The printer on floor 3 is jammed.", "en"), CancellationToken.None);
        answer.Intent.ShouldBe("printer.problem");
    }
}
