using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class EmbeddedTriageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Examples_CoverEveryIntentInEveryLanguage()
    {
        var examples = ExampleFile.Read(TestIntents.Shipped);
        examples.Count.ShouldBeGreaterThanOrEqualTo(3_575);
        foreach (var intent in TestIntents.Shipped.All)
        {
            examples.Count(example => example.Intent == intent.Id).ShouldBeGreaterThanOrEqualTo(60, intent.Id);
            examples.Where(example => example.Intent == intent.Id).Select(example => example.Language).Distinct().Order().ToArray().ShouldBe(["de", "en", "es", "fr"], customMessage: intent.Id);
        }
    }

    [Fact]
    public async Task AnyText_IsAnsweredOrAbstained_AndACorruptCacheIsTrainedAgain()
    {
        var first = Model();
        (await Ask(first, "")).Abstained.ShouldBe(AbstentionReasons.TooShort);
        (await Ask(first, "[PERSON_1] [PHONE_1]")).Abstained.ShouldBe(AbstentionReasons.TooShort);
        (await Ask(first, "I forgot my Windows password and need a reset.")).Intent.ShouldBe("identity.password-forgotten");
        foreach (var hostile in new[] { "\0\0 null bytes here", "\ud800 lone \udc00 surrogates here", new string('a', 1_000_000), "a\ud800" })
        {
            var answer = await Ask(first, hostile);
            (answer.Intent is null).ShouldBe(answer.Abstained is not null);
        }

        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(file);
        var damaged = bytes.ToArray();
        damaged[^100] ^= 0xFF;
        await File.WriteAllBytesAsync(file, damaged);

        var second = Model();
        (await Ask(second, "I forgot my Windows password and need a reset.")).Intent.ShouldBe("identity.password-forgotten");
        (await File.ReadAllBytesAsync(file)).ShouldNotBe(damaged);
    }

    private static Task<TriageAnswer> Ask(EmbeddedTriageModel model, string text) =>
        model.AskAsync(new TriageRequest(new CaseId("case"), "", text), CancellationToken.None);

    private EmbeddedTriageModel Model() =>
        new(TestIntents.Shipped, Options.Create(new EmbeddedTriageOptions { CacheDirectory = _folder }), NullLogger<EmbeddedTriageModel>.Instance);
}
