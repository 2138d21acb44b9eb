using HelpDesk.Orchestrations.Stages.Understanding;
using Lingua;

namespace HelpDesk.Adapters.LanguageDetection;

/// <summary>
/// Detects the language by the frequency of three letters in a row, with the models of the library Lingua. They are loaded when the
/// first text needs them and stay in memory, about 40 MB.
/// </summary>
public sealed class LinguaDetector : ILanguageDetector
{
    // More is no more accurate (from 120 characters on, says the library) and costs time: a ticket may hold a log file.
    private const int ReadLength = 1_000;

    // Those we answer in, and others of large teams in Europe, so that a text in one of these is not taken for one of ours.
    private static readonly Dictionary<Language, string> Codes = new()
    {
        [Language.English] = "en",
        [Language.German] = "de",
        [Language.Spanish] = "es",
        [Language.French] = "fr",
        [Language.Italian] = "it",
        [Language.Dutch] = "nl",
        [Language.Portuguese] = "pt",
        [Language.Polish] = "pl",
        [Language.Swedish] = "sv",
        [Language.Czech] = "cs",
        [Language.Turkish] = "tr",
    };

    // Low accuracy is the library's name for this mode: the other one needs some 300 MB (decision 0036).
    private readonly Lazy<LanguageDetector> _detector = new(static () => LanguageDetectorBuilder.FromLanguages([.. Codes.Keys]).WithLowAccuracyMode().Build());

    /// <inheritdoc />
    public string? Detect(string text) =>
        Codes.GetValueOrDefault(_detector.Value.DetectLanguageOf(text.Length > ReadLength ? text[..ReadLength] : text));
}
