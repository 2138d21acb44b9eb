using HelpDesk.Adapters.LanguageDetection;
using HelpDesk.Orchestrations.Stages.Understanding;
using Lingua;

namespace HelpDesk.Bench.Language;

/// <summary>The ways to tell a language that are compared: title and text to two letters, or <c>und</c>.</summary>
internal static class Candidates
{
    /// <summary>What the product does.</summary>
    public const string Product = "product";

    /// <summary>What the product did before it had a detector.</summary>
    public const string WordLists = "word lists alone";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Func<Func<string, string, string>>> All { get; } = new Dictionary<string, Func<Func<string, string, string>>>(StringComparer.Ordinal)
    {
        [WordLists] = static () => new WriterLanguage(new NothingDetected()).Of,
        [Product] = static () => new WriterLanguage(new LinguaDetector()).Of,
        ["library alone"] = static () => Library(new LinguaDetector()),
        ["library, four languages"] = static () => Library(new FourLanguages(isAccurate: false)),
        ["library, four languages, high accuracy"] = static () => Library(new FourLanguages(isAccurate: true)),
    };

    private static Func<string, string, string> Library(ILanguageDetector detector) => (title, text) => detector.Detect($"{title}\n{text}") ?? WriterLanguage.Undetermined;

    private sealed class NothingDetected : ILanguageDetector
    {
        public string? Detect(string text) => null;
    }

    private sealed class FourLanguages(bool isAccurate) : ILanguageDetector
    {
        private readonly LanguageDetector _detector = Build(isAccurate);

        public string? Detect(string text) => _detector.DetectLanguageOf(text) switch
        {
            Lingua.Language.English => "en",
            Lingua.Language.German => "de",
            Lingua.Language.Spanish => "es",
            Lingua.Language.French => "fr",
            _ => null,
        };

        private static LanguageDetector Build(bool isAccurate)
        {
            var builder = LanguageDetectorBuilder.FromLanguages(Lingua.Language.English, Lingua.Language.German, Lingua.Language.Spanish, Lingua.Language.French);
            return (isAccurate ? builder : builder.WithLowAccuracyMode()).Build();
        }
    }
}
