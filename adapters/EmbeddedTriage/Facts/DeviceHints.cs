using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.EmbeddedTriage.Facts;

/// <summary>How a ticket names a device: its name, its serial number, or the kind of device. A hint only; the planner weighs it.</summary>
public static class DeviceHints
{
    private const int LongestHint = 100;

    // Without backtracking: a text of an attacker costs time in proportion to its length and no more.
    private const RegexOptions Bounded = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Name = new(@"\b[A-Za-z]{2,6}-[A-Za-z]{1,4}-?[0-9]{2,8}\b", Bounded);

    private static readonly Regex Serial = new(
        @"(serial number|serial no\.?|seriennummer|seriennr\.?|numero de serie|n° de serie|s/n)\s*[:#]?\s*(is |ist |es |est )?(?<serial>[a-z0-9-]{5,24})\b", Bounded);

    // What looks like a device and is not one that is meant.
    private static readonly Regex NotMeant = new(
        @"\[[a-z]+_[0-9]+\]|(phone|telephone|mobile) number|number of my phone|(by|over the|on the|via) phone|desk phone|(per|am) telefon|telefonnummer|por telefono|numero de (telefono|movil)|par telephone|numero de telephone|sent from my [a-z]+", Bounded);

    private static readonly (Regex Words, string Hint)[] Kinds =
    [
        (Kind(@"ordinateur portable|pc portable|ordenador portatil"), "laptop"),
        (Kind(@"[a-z]*laptops?|[a-z]*notebooks?|macbook|thinkpad|portatil|surface"), "laptop"),
        (Kind(@"ipad|[a-z]*tablets?|tablette|tableta"), "tablet"),
        (Kind(@"iphone|[a-z]*phone|smartphone|[a-z]*handys?|[a-z]*mobiltelefon|[a-z]*telefon|movil|telefono|telephone|mobile|android"), "phone"),
        (Kind(@"[a-z]*rechner|[a-z]*computer|pc|desktop|workstation|ordenador|ordinateur"), "computer"),
        (Kind(@"portable"), "portable"),
    ];

    /// <summary>The hint, at most 100 characters, or null. Names of several devices are given together, so that none of them fits.</summary>
    public static string? Find(string? text)
    {
        var names = Name.Matches(PlainText.Clean(text)).Select(static match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(5).ToList();
        if (names.Count > 0)
            return Cut(string.Join('/', names));

        var plain = PlainText.Of(text);
        if (Serial.Match(plain) is { Success: true } serial && serial.Groups["serial"].Value.Any(char.IsAsciiDigit))
            return Cut(serial.Groups["serial"].Value);

        // What is named first is what the ticket is about.
        var meant = NotMeant.Replace(plain, " ");
        return Kinds.Select(kind => (kind.Hint, Match: kind.Words.Match(meant)))
            .Where(static found => found.Match.Success)
            .OrderBy(static found => found.Match.Index)
            .Select(static found => found.Hint)
            .FirstOrDefault();
    }

    private static Regex Kind(string words) => new($@"\b({words})\b", Bounded);

    private static string Cut(string hint) => hint.Length <= LongestHint ? hint : hint[..LongestHint];
}
