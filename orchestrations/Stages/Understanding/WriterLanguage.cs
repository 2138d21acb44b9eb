using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Decides in which language the writer writes: by the small words of that language in the writer's own text, and where there are few
/// of them, by the detector. Labels of a form ("Description:") do not count, so that a German text in an English form is German.
/// </summary>
public sealed class WriterLanguage(ILanguageDetector detector)
{
    /// <summary>A language that we do not answer in, or too few words to tell.</summary>
    public const string Undetermined = "und";

    private const int LongestLabel = 30;
    private const int TextOutweighsTitle = 3;

    // One small word may be a name or a product: measured with `bench -- language`, two are right more often than the detector (decision 0036).
    private const int SureWords = 2;

    private static readonly (string Language, string[] Words)[] Languages =
    [
        ("en", ["the ", "i ", "my ", "is ", "and ", "to ", "not ", "you ", "please ", "have ", "it ", "can ", "with ", "for ", "of ", "was ", "this ", "when ", "need ", "we ", "are ", "cannot ", "our ", "forgot ", "locked ", "password ", "help ", "account ", "from ", "been ", "your ", "hello ", "thanks "]),
        ("de", ["der ", "die ", "das ", "ich ", "mein ", "meine ", "meinen ", "ist ", "und ", "nicht ", "bitte ", "habe ", "kann ", "mit ", "fur ", "ein ", "eine ", "auf ", "wir ", "zu ", "seit ", "vergessen ", "gesperrt ", "passwort ", "kennwort ", "konto ", "hallo ", "danke ", "mehr ", "es ", "den ", "dem ", "beim ", "im ", "von ", "wird ", "wurde ", "gestohlen ", "geht ", "verloren ", "sich "]),
        ("es", ["el ", "la ", "los ", "mi ", "es ", "y ", "no ", "por favor ", "he ", "puedo ", "con ", "para ", "una ", "un ", "que ", "del ", "me ", "necesito ", "olvidado ", "olvide ", "contrasena ", "cuenta ", "hola ", "gracias ", "en ", "se ", "al ", "esta ", "han ", "robado ", "bloqueada ", "perdido ", "ordenador ", "portatil ", "desde ", "lo ", "las "]),
        ("fr", ["le ", "la ", "les ", "je ", "mon ", "ma ", "mes ", "est ", "et ", "ne ", "pas ", "s il vous plait ", "ai ", "j ", "peux ", "avec ", "pour ", "une ", "un ", "que ", "du ", "des ", "besoin ", "oublie ", "mot de passe ", "compte ", "bonjour ", "merci ", "au ", "sur ", "dans ", "mon ordinateur ", "c ", "qui ", "nous ", "vole ", "perdu ", "bloque ", "depuis ", "a l "]),
    ];

    /// <summary>Language of a text without a title (a comment): <c>en</c>, <c>de</c>, <c>es</c>, <c>fr</c> or <c>und</c>.</summary>
    public string Of(string text) => Of("", text);

    /// <summary><c>en</c>, <c>de</c>, <c>es</c>, <c>fr</c> or <c>und</c>.</summary>
    public string Of(string title, string text)
    {
        var own = string.Join('\n', text.Split('\n').Select(WithoutLabel));
        var words = new WordText(own);
        var (language, hits) = Best(words);
        // A title is often written by the form; it speaks only where the text says next to nothing.
        if (hits < TextOutweighsTitle)
            (language, hits) = Best(new WordText($"{words}\n{title}"));
        if (hits >= SureWords && language != Undetermined)
            return language;
        return detector.Detect($"{title}\n{own}") is { } detected ? Answered(detected) : language;
    }

    private static string Answered(string detected) => Languages.Any(language => language.Language == detected) ? detected : Undetermined;

    private static (string Language, int Hits) Best(WordText words)
    {
        var scores = Languages.Select(language => (language.Language, Hits: words.Hits(language.Words))).OrderByDescending(score => score.Hits).ToList();
        return scores[0].Hits > 0 && scores[0].Hits > scores[1].Hits ? scores[0] : (Undetermined, scores[0].Hits);
    }

    private static string WithoutLabel(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= LongestLabel && line.AsSpan(0, colon).Count(' ') <= 3 ? line[(colon + 1)..] : line;
    }
}
