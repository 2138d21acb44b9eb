using System.Globalization;
using System.Text;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>
/// Stands in for an embedding model: each word gives a fixed direction, a text the sum of its words', and a small table lets some words of English, German,
/// Spanish and French give the same one. Honest about what it is: it knows nothing that the table does not say, so nothing about how well a real model finds
/// articles can be measured with it.
/// </summary>
internal static class WordVectors
{
    private const int Stem = 7;

    // Each line means the same; the words are folded and cut as those of a text are.
    private static readonly Dictionary<string, string> Meanings = (
        from line in new[]
        {
            "parking parkplatz stellplatz aparcamiento estacionamiento stationnement",
            "permit ausweis berechtigung permiso autorisation",
            "car auto wagen coche voiture",
            "company firma unternehmen empresa entreprise",
            "get obtain bekomme erhalte bekommen erhalten obtener conseguir obtenir",
            "building gebaude edificio batiment",
            "canteen kantine comedor cantine",
            "menu speiseplan carta",
            "bicycle bike fahrrad bicicleta velo",
            "store abstellen guardar ranger",
            "locker spind schliessfach taquilla casier",
            "visitor guest besucher visitante visiteur",
            "badge hausausweis tarjeta badge",
            "travel reise viaje voyage",
            "expenses spesen gastos frais",
            "chair stuhl silla chaise",
            "reserve book buchen reservieren reservar reserver",
        }
        let words = line.Split(' ').Select(static word => Cut(word)).ToArray()
        from word in words
        select (word, words[0])).DistinctBy(static pair => pair.word, StringComparer.Ordinal).ToDictionary(static pair => pair.word, static pair => pair.Item2, StringComparer.Ordinal);

    private static readonly HashSet<string> Empty =
    [
        .. ("a an and are can do for from how i in is it my of on or the to what where who with you your der die das ein eine einen fur ich im in ist mein meine mit und von wie wo zu zum zur man "
            + "como con de del el en es la las los me mi para por que se un una donde comment dans de des du est et je la le les mon ma ou pour puis quel sur un une").Split(' '),
    ];

    /// <summary>The vector of a text, of length 1.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var words = WordsOf(text).ToList();
        if (words.Count == 0)
            words.Add(text);
        var vector = new float[dimensions];
        foreach (var word in words)
        {
            var state = SeedOf(word);
            for (var at = 0; at < dimensions; at++)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                vector[at] += (state >> 40 & 1) == 0 ? 1 : -1;
            }
        }

        var length = MathF.Sqrt(vector.Sum(static number => number * number));
        // Words that cancel each other out leave nothing; a vector is never zero.
        if (length <= 0)
            (vector[0], length) = (1, 1);
        return [.. vector.Select(number => number / length)];
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => !Empty.Contains(word)).Select(Cut).Select(static word => Meanings.GetValueOrDefault(word, word));
    }

    private static string Cut(string word) => word.Length <= Stem ? word : word[..Stem];

    // FNV-1a; never 0, which the generator would not leave.
    private static ulong SeedOf(string word)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in word)
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        return hash | 1;
    }
}
