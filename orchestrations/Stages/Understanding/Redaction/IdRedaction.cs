using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Takes out ids of people (national, tax, social security, passport, personnel), GUIDs, telephone numbers and long bare numbers.
/// Device names, serial, asset and ticket numbers stay: they are what a device is found by.
/// </summary>
internal static partial class IdRedaction
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;
    private const int Patience = 500;
    private const int CueDistance = 28;

    /// <summary>What announces the number of a device.</summary>
    public static readonly string[] DeviceCues =
        ["serial", "s/n", "sn:", "sn ", "seriennummer", "seriennr", "imei", "asset", "inventar", "service tag", "servicetag", "device", "gerät", "número de serie", "numero de serie", "numéro de série", "mac address", "hostname", "laptop", "ticket", "inc", "kb", "order", "bestell", "pedido", "commande", "version", "build", "error", "fehler", "code"];

    private static readonly string[] PhoneCues =
        ["tel", "phone", "mobile", "cell", "call", "fax", "ext", "durchwahl", "handy", "mobil", "móvil", "movil", "teléfono", "telefono", "tél", "portable", "whatsapp", "reach me", "erreichbar", "rückruf", "ring me", "hotline", "nummer", "number"];

    /// <summary>The text with placeholders.</summary>
    public static string Apply(string text, Placeholders placeholders)
    {
        text = Guids().Replace(text, match => placeholders.For("ID", match.Value));
        text = Announced().Replace(text, match => match.Groups["cue"].Value + placeholders.For("ID", match.Groups["value"].Value));
        text = Shaped().Replace(text, match => Cue.Before(text, match.Index, CueDistance, DeviceCues) ? match.Value : placeholders.For("ID", match.Value));
        text = Numbers().Replace(text, match => Number(text, match, placeholders));
        return Extension().Replace(text, match => match.Groups["cue"].Value + placeholders.For("PHONE", match.Groups["value"].Value));
    }

    private static string Number(string text, Match match, Placeholders placeholders)
    {
        var value = match.Value;
        var digits = value.Count(char.IsAsciiDigit);
        if (digits is < 7 or > 20)
            return value;
        // Before dates and amounts: "06 12 34 56 78" begins like a date, "01.23.45.67.89" and "212.555.0123" like a version.
        if (National().IsMatch(value) && !Cue.Before(text, match.Index, CueDistance, DeviceCues))
            return placeholders.For("PHONE", value.Trim());
        if (Moment().IsMatch(value) || Amount().IsMatch(value))
            return value;
        if (IsPhone(text, match, digits))
            return placeholders.For("PHONE", value.Trim());
        if (Cue.Before(text, match.Index, CueDistance, DeviceCues) || digits < 9)
            return value;
        return placeholders.For("ID", value);
    }

    private static bool IsPhone(string text, Match match, int digits)
    {
        if (digits is < 7 or > 15)
            return false;
        var value = match.Value;
        if (value[0] == '+' || American().IsMatch(value))
            return true;
        if (Cue.Before(text, match.Index, CueDistance, DeviceCues))
            return false;
        return Cue.Before(text, match.Index, CueDistance, PhoneCues) || ((value.StartsWith('0') || value.StartsWith("(0", StringComparison.Ordinal)) && digits is >= 9 and <= 14);
    }

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", AnyCase, Patience)]
    private static partial Regex Guids();

    [GeneratedRegex(@"(?<cue>\b(passport( number| no\.?)?|reisepass(nummer)?|personalausweis(nummer)?|ausweis(nummer| ?nr\.?)?|pasaporte|passeport|dni|nif|nie|ssn|nhs|social security( number)?|sozialversicherungsnummer|steuer-?id|personal(nummer|-?nr\.?)|employee (id|number|no\.?)|staff (id|number|no\.?)|personnel (number|no\.?)|worker id|matricule|número de empleado|numero de empleado|legajo|mitarbeiternummer|driver'?s? licen[cs]e|führerschein(nummer)?|national id|tax id|insurance number|versichertennummer|student id|account id|member id)( (is|ist|lautet|es|est|number))?\s{0,2}[:#=]?\s{0,2})(?<value>(?=[\w-]{0,20}\d)[A-Za-z0-9][A-Za-z0-9-]{2,20})\b", AnyCase, Patience)]
    private static partial Regex Announced();

    // NINO; NIF and NIE; codice fiscale; RVNR; henkilötunnus; PAN; GSTIN; NRIC; US social security and Medicare numbers.
    [GeneratedRegex(@"\b([A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]|\d{8}-?[A-HJ-NP-TV-Za-hj-np-tv-z]|[XYZxyz]-?\d{7}-?[A-Za-z]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|\d{8}[A-Z]\d{3}|\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]|[A-Z]{5}\d{4}[A-Z]|\d{2}[A-Z]{5}\d{4}[A-Z]\d[A-Z]\d|[STFGM]\d{7}[A-Z]|\d{3}[-. ]\d{2}[-. ]\d{4}|\d[A-Za-z][A-Za-z0-9]\d-?[A-Za-z][A-Za-z0-9]\d-?[A-Za-z]{2}\d{2})\b", Plain, Patience)]
    private static partial Regex Shaped();

    [GeneratedRegex(@"(?<![\w.+/#-])(\+|\()?\d[\d ().\-/:_]{5,26}\d(?![\w])", Plain, Patience)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4})([ T,]|$)", Plain, Patience)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3}){1,5}$|^\d{1,4}(\.\d{1,6}){2,4}$", Plain, Patience)]
    private static partial Regex Amount();

    // French pairs; Spanish mobile and landline; British and German area codes; North American with and without 1.
    [GeneratedRegex(@"^((\+|00)33 ?(\(0\))? ?|0)[1-9]([ .-]?\d\d){4}$|^((\+|00)34[ .-]?)?([6789]\d\d([ .-]\d{3}){2}|[6789]\d\d([ .-]\d\d){3}|[89]\d[ .-]\d{3}[ .-]\d\d[ .-]\d\d)$|^((\+|00)(44|49|43|41) ?(\(0\))? ?\d|\(?0\d)[\d]{1,4}\)?[ /-]{1,3}\d{2,4}([ -]?\d{2,4}){1,4}(-\d{1,4})?$|^(\+?1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}$", Plain, Patience)]
    private static partial Regex National();

    // "ext. 5127", "Durchwahl 712", "Tel. -712": numbers within the house.
    [GeneratedRegex(@"(?<cue>\b(ext\.?|extn\.?|extension|durchwahl|dw\.?|nebenstelle|hausruf|tel\.?|phone|extensión|anexo|poste)[ :.]{0,3}(no\.? ?|nr\.? ?|-|–|\+)?)(?<value>\d{3,6})(?![\d\p{L}%.-])", AnyCase, Patience)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$", Plain, Patience)]
    private static partial Regex American();
}
