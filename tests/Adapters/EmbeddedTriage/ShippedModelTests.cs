using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class ShippedModelTests : IDisposable
{
    private const string Examples =
        """
        intent,language,text
        printer.problem,en,The printer on floor 2 is jammed.
        printer.problem,en,Nothing is printed since the new toner.
        printer.problem,en,Jammed again: the label printer.
        printer.problem,en,Copies from the copier have stripes.
        printer.problem,de,Auf dem Flur hat der Drucker Papierstau.
        network.vpn,en,VPN does not connect from home.
        network.vpn,en,The tunnel drops every few minutes.
        network.vpn,en,AnyConnect says the gateway is unreachable.
        network.vpn,en,From my hotel there is no VPN at all.
        network.vpn,de,Zu Hause bricht die VPN-Verbindung ab.

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ShippedModelTests() => File.WriteAllText(ExamplesPath, Examples);

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
    public void Build_OfASingleIntent_IsRefused()
    {
        File.WriteAllText(ExamplesPath, "intent,language,text\nprinter.problem,en,The printer is jammed.\n");
        Should.Throw<InvalidDataException>(() => ModelBuild.Run(ExamplesPath, ModelPath));
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

    private async Task AskAsync()
    {
        var options = new EmbeddedTriageOptions { ExamplesPath = ExamplesPath, ModelPath = ModelPath, CacheDirectory = CacheDirectory };
        var model = new EmbeddedTriageModel(Options.Create(options), NullLogger<EmbeddedTriageModel>.Instance);
        var answer = await model.AskAsync(new TriageRequest("case", "", "The printer on floor 2 is jammed again."), CancellationToken.None);
        (answer.Intent ?? answer.Abstained).ShouldNotBeNull();
    }
}
