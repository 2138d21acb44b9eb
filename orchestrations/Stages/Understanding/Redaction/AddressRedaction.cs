using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>Takes out street addresses as they are written in German, English, Spanish and French: a street word with a house number, and the town behind it.</summary>
internal static partial class AddressRedaction
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;
    private const string Word = @"\p{Lu}[\p{L}'’.-]{1,24}";
    private const string Small = "(de|del|de la|de las|de los|la|las|los|el|du|des|de l'|d'|der|den|dem|am|an der|im|von|van)";
    private const string Town = @"(,? {0,2}\n? ?([A-Z]{1,2}-)?\d{4,5},? \p{Lu}[\p{L}'’-]{1,30}( (am|an der|im|de|del|la|sur|" + Word + @")){0,3})?";
    private const string Unit = @"( ?[a-zA-Z](?![\p{L}\d]))?([-/–]\d{1,4}[a-z]?)?";

    /// <summary>The text with placeholders.</summary>
    public static string Apply(string text, Placeholders placeholders)
    {
        foreach (var pattern in new[] { German(), GermanWithTown(), English(), Spanish(), French() })
            text = pattern.Replace(text, match => placeholders.For("ADDRESS", match.Value));
        return text;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(\p{Lu}[\p{L}ß.-]{0,24}( |-)){0,3}(\p{Lu}[\p{L}ß-]{0,30}(straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|stieg|graben|markt|promenade)|Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse) {0,2}\d{1,4}" + Unit + @"(?![\p{L}\d])" + Town, Plain, Patience)]
    private static partial Regex German();

    // "Am Markt 5" alone reads like "Im Raum 5": only with a post code behind it.
    [GeneratedRegex(@"(?<![\p{L}\d])(Am|An der|Auf der|Auf dem|Im|In der|Zum|Zur|Unter den|Hinter der|Beim|Vor dem) " + Word + "( " + Word + @")? \d{1,4}" + Unit + @",? {0,2}\n? ?(D-)?\d{5} \p{Lu}[\p{L}'’-]{1,30}", Plain, Patience)]
    private static partial Regex GermanWithTown();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])\d{1,5}[A-Za-z]?,? (([NSEW]\.?|North|South|East|West) )?(" + Word + @" |\d{1,3}(st|nd|rd|th) ){1,3}(Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Way|Terrace|Crescent|Place|Parkway|Pkwy|Highway|Hwy|Mews|Grove|Gardens|Hill|Close|Row|Walk|Wharf|Circle|Trail)(?![\p{L}\d])\.?(,? (Apt|Apartment|Suite|Ste|Flat|Unit|Floor|#)\.? ?[\w-]{1,6})?((,|\n)? ?(" + Word + @"|[A-Z]{2})( " + Word + @"){0,2},? ([A-Z]{2} \d{5}(-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}))?", Plain, Patience)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<![\p{L}\d])([Cc]/|[Cc]alle|[Aa]vda\.?|[Aa]v\.|[Aa]venida|[Pp]laza|[Pp]za\.?|[Pp]aseo|[Pp]º|[Cc]amino|[Cc]arretera|[Cc]tra\.?|[Rr]onda|[Tt]ravesía|[Gg]lorieta|[Rr]ambla|[Pp]olígono( [Ii]ndustrial)?) ?(" + Small + " ){0,2}" + Word + "( (" + Small + "|" + Word + @")){0,4},? ?(n\.?º|nº|n°|núm\.?|número|s/n)? ?(\d{1,4}" + Unit + @"(?![\p{L}\d])|s/n)(,? \d{1,2}[º°ª]? ?[A-Za-z]{0,4}(?=[,.\n]|$))?" + Town, Plain, Patience)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])\d{1,4}( ?(bis|ter|quater|[A-D]))?,? ([Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Aa]llee|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Ff]aubourg|[Vv]illa|[Rr]uelle)( (de la|de l['’]|du|des|de|d['’]|la|le|les|saint|sainte|aux|en)){0,3} ?(\p{L}[\p{L}'’.-]{1,24})( (de|du|des|la|le|et|" + Word + @")){0,4}" + Town, Plain, Patience)]
    private static partial Regex French();
}
