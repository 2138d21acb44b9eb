using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class ShippedModelTests : IDisposable
{
    private const string Printers =
        """
        language,text
        en,The printer on floor 2 is jammed.
        en,Nothing is printed since the new toner.
        en,Jammed again: the label printer.
        en,Copies from the copier have stripes.
        de,Auf dem Flur hat der Drucker Papierstau.

        """;

    private const string Vpn =
        """
        language,text
        en,VPN does not connect from home.
        en,The tunnel drops every few minutes.
        en,AnyConnect says the gateway is unreachable.
        en,From my hotel there is no VPN at all.
        de,Zu Hause bricht die VPN-Verbindung ab.

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ShippedModelTests()
    {
        File.WriteAllText(PrintersPath, Printers);
        File.WriteAllText(Path.Combine(_folder, "vpn.csv"), Vpn);
    }

    private string PrintersPath => Path.Combine(_folder, "printers.csv");

    private IntentCatalogue Intents => TestIntents.Of(("printer.problem", PrintersPath), ("network.vpn", Path.Combine(_folder, "vpn.csv")));

    private string ModelPath => Path.Combine(_folder, "embedded.model");

    private string CacheDirectory => Path.Combine(_folder, "cache");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Build_OfUnchangedExamples_TrainsOnce()
    {
        ModelBuild.Run(Intents, ModelPath).ShouldBeTrue();
        ModelBuild.Run(Intents, ModelPath).ShouldBeFalse();
    }

    [Fact]
    public void Build_OfASingleIntent_IsRefused()
    {
        var alone = TestIntents.Of(("printer.problem", PrintersPath));
        Should.Throw<InvalidDataException>(() => ModelBuild.Run(alone, ModelPath));
    }

    [Fact]
    public async Task Start_WithTheShippedModel_LoadsItAndTrainsNothing()
    {
        ModelBuild.Run(Intents, ModelPath);
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
        ModelBuild.Run(Intents, ModelPath);
        var bytes = await File.ReadAllBytesAsync(ModelPath);
        bytes[^50] ^= 0xFF;
        await File.WriteAllBytesAsync(ModelPath, bytes);

        await AskAsync();
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Start_WithAShippedModelOfOtherExamples_DoesNotUseIt()
    {
        ModelBuild.Run(Intents, ModelPath);
        await File.AppendAllTextAsync(PrintersPath, "en,One more sentence about the printer.\n");

        await AskAsync();
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Start_WithAnotherIntent_TrainsOnceAndKnowsIt()
    {
        ModelBuild.Run(Intents, ModelPath);
        var path = Path.Combine(_folder, "coffee.csv");
        await File.WriteAllTextAsync(path, "language,text\nen,The coffee machine is empty.\nen,Coffee tastes of soap today.\nen,No espresso from the coffee machine.\nde,Kaffeemaschine ohne Kaffee.\n");
        var more = TestIntents.Of([.. Intents.All.Select(intent => (intent.Id, intent.ExamplesPath)), ("facility.coffee", path)]);

        (await Model(more).AskAsync(new TriageRequest(new CaseId("case"), "", "The coffee machine has no coffee."), default)).Intent.ShouldBe("facility.coffee");
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
        await Model(more).TrainedAsync();
        Directory.GetFiles(CacheDirectory).ShouldHaveSingleItem();
    }

    private EmbeddedTriageModel Model(IntentCatalogue intents) => new(
        intents,
        Options.Create(new EmbeddedTriageOptions { ModelPath = ModelPath, CacheDirectory = CacheDirectory, LeastConfidence = 0.1, AmbiguityMargin = 0 }),
        NullLogger<EmbeddedTriageModel>.Instance);

    private async Task AskAsync()
    {
        var options = new EmbeddedTriageOptions { ModelPath = ModelPath, CacheDirectory = CacheDirectory };
        var model = new EmbeddedTriageModel(Intents, Options.Create(options), NullLogger<EmbeddedTriageModel>.Instance);
        var answer = await model.AskAsync(new TriageRequest(new CaseId("case"), "", "The printer on floor 2 is jammed again."), CancellationToken.None);
        (answer.Intent ?? answer.Abstained).ShouldNotBeNull();
    }
}
