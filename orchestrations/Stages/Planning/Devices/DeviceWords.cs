using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Devices;

/// <summary>The words by which a ticket speaks of a device: its kind, its product, its name. English, German, Spanish, French.</summary>
internal static partial class DeviceWords
{
    private const int LongestText = 8_000;

    private static readonly Dictionary<string, DeviceForm> Kinds = Table(
        (DeviceForm.Laptop, "laptop laptops notebook notebooks portatil portatiles ultrabook"),
        (DeviceForm.Desktop, "desktop workstation tower standrechner sobremesa"),
        (DeviceForm.Computer, "computer computers pc rechner computadora computador ordenador ordenadores ordinateur ordinateurs"),
        (DeviceForm.Phone, "phone phones smartphone smartphones cellphone handy handys telefon mobiltelefon movil moviles telefono telefonos telephone telephones celular mobile"),
        (DeviceForm.Tablet, "tablet tablets tablette tablettes tableta tabletas"),
        (DeviceForm.Laptop | DeviceForm.Phone, "portable portables"));

    // German joins words: Diensthandy, Firmenlaptop.
    private static readonly string[] Endings = ["laptop", "notebook", "handy", "telefon", "phone", "tablet", "rechner", "computer"];

    private static readonly string[] NoDevices = ["headphone", "microphone", "earphone", "speakerphone", "taschenrechner"];

    /// <summary>Products, as models name them, and what they are.</summary>
    public static IReadOnlyDictionary<string, DeviceForm> Products { get; } = Table(
        (DeviceForm.Laptop, "macbook thinkpad latitude elitebook probook zbook xps ideapad lifebook travelmate chromebook zenbook vivobook toughbook"),
        (DeviceForm.Laptop | DeviceForm.Tablet, "surface"),
        (DeviceForm.Desktop, "imac optiplex thinkcentre elitedesk prodesk"),
        (DeviceForm.Phone, "iphone pixel xperia fairphone oneplus"),
        (DeviceForm.Mobile, "galaxy android"),
        (DeviceForm.Tablet, "ipad"));

    // Two words that mean another thing than each alone; the first counts that is there.
    private static readonly (string Phrase, string Instead)[] Phrases =
    [
        ("telephone portable", "telephone"), ("portable professionnel", "portable"), ("ordinateur portable", "laptop"), ("pc portable", "laptop"), ("ordenador portatil", "laptop"), ("computadora portatil", "laptop"),
        ("mobile phone", "phone"), ("cell phone", "phone"), ("telefono movil", "phone"), ("desktop computer", "desktop"), ("ordenador de sobremesa", "desktop"), ("laptop computer", "laptop"),
        // No device that is meant.
        ("mobile number", ""), ("phone number", ""), ("number of my phone", ""), ("telephone number", ""), ("by phone", ""), ("over the phone", ""), ("on the phone", ""), ("via phone", ""), ("desk phone", ""), ("per telefon", ""), ("am telefon", ""),
        ("por telefono", ""), ("numero de telefono", ""), ("numero de movil", ""), ("par telephone", ""), ("numero de telephone", ""), ("sent from my iphone", ""), ("sent from my ipad", ""), ("remote desktop", ""), ("mobile data", ""),
    ];

    /// <summary>All words for the kinds that a device may be, separated by spaces; empty when that is not known.</summary>
    public static string Of(DeviceForm form) => string.Join(' ', Kinds.Where(kind => (kind.Value & form) != DeviceForm.Unknown).Select(kind => kind.Key));

    /// <summary>Lower-case words of a text, without accents, split at everything that is no letter or digit.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Decomposed(text ?? "").Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>What kinds a text names: one form for each; empty when it names none.</summary>
    public static IReadOnlySet<DeviceForm> KindsIn(string? text)
    {
        // A device's own name is no kind: DESKTOP-7G3K2L1 may be a laptop.
        var plain = $" {string.Join(' ', Of(Name().Replace(text ?? "", " ")))} ";
        foreach (var (phrase, instead) in Phrases)
            plain = plain.Replace($" {phrase} ", $" {instead} ", StringComparison.Ordinal);
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KindOf).Where(form => form != DeviceForm.Unknown).ToHashSet();
    }

    /// <summary>The products that a text names.</summary>
    public static IReadOnlySet<string> ProductsIn(string? text)
    {
        var plain = $" {string.Join(' ', Of(text))} ".Replace(" sent from my iphone ", " ", StringComparison.Ordinal).Replace(" sent from my ipad ", " ", StringComparison.Ordinal);
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(Products.ContainsKey).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True for a word that names a kind or a product: a device that is called so has no name of its own.</summary>
    public static bool IsGeneral(string word) => Products.ContainsKey(word) || KindOf(word) != DeviceForm.Unknown;

    [GeneratedRegex("\\b[A-Za-z0-9]+-[A-Za-z0-9-]*[0-9][A-Za-z0-9-]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    private static DeviceForm KindOf(string word)
    {
        if (Kinds.TryGetValue(word, out var form))
            return form;
        var whole = word.TrimEnd('s');
        return NoDevices.Contains(whole, StringComparer.Ordinal) || Array.Find(Endings, ending => whole.Length > ending.Length && whole.EndsWith(ending, StringComparison.Ordinal)) is not { } end
            ? DeviceForm.Unknown
            : Kinds[end];
    }

    private static string Decomposed(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        try
        {
            return cut.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: no text that could be decomposed, read as it is.
            return cut;
        }
    }

    private static Dictionary<string, DeviceForm> Table(params (DeviceForm Form, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => (row.Form, word)).ToDictionary(pair => pair.word, pair => pair.Form, StringComparer.Ordinal);
}
