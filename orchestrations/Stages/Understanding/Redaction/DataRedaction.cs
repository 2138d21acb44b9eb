using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>Takes out mail addresses, account numbers, cards and network addresses.</summary>
internal static partial class DataRedaction
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;
    private const int ShortestIban = 15;

    /// <summary>The text with placeholders.</summary>
    public static string Apply(string text, Placeholders placeholders)
    {
        text = Mail().Replace(text, match => placeholders.For("MAIL", match.Value.TrimEnd('.')) + (match.Value.EndsWith('.') ? "." : ""));
        text = IPv6().Replace(text, match => Address(match.Value, placeholders));
        text = IPv4().Replace(text, match => Address(match.Value, placeholders));
        text = IbanLike().Replace(text, match => Iban(text, match, placeholders));
        return CardLike().Replace(text, match => Card(text, match, placeholders));
    }

    private static string Address(string value, Placeholders placeholders)
    {
        var bare = value.TrimEnd('.', ':');
        // A time ("12:30:45") or a lone "::" is no address; four groups are the least that people write of one.
        return bare.Any(char.IsAsciiHexDigit) && bare.Count(c => c is ':' or '.') >= 2 && IPAddress.TryParse(bare, out _) && !IsTime(bare)
            ? placeholders.For("IP", bare) + value[bare.Length..]
            : value;
    }

    private static bool IsTime(string value) => !value.Contains("::", StringComparison.Ordinal) && value.Count(c => c == ':') is > 0 and < 7 && !value.Contains('.', StringComparison.Ordinal);

    private static string Iban(string text, Match match, Placeholders placeholders)
    {
        var value = match.Value;
        for (var length = value.Length; length >= ShortestIban; length--)
        {
            var part = value[..length];
            if (part[^1] == ' ' || (length < value.Length && char.IsLetterOrDigit(value[length]) && value[length - 1] != ' '))
                continue;
            var bare = part.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            if (bare.Length is >= ShortestIban and <= 34 && Remainder(bare) == 1)
                return placeholders.For("IBAN", part, bare) + value[length..];
        }

        return Cue.Before(text, match.Index, 20, ["iban", "account", "konto", "cuenta", "compte"]) && value.Count(char.IsDigit) >= 10 ? placeholders.For("IBAN", value) : value;
    }

    private static int Remainder(string iban)
    {
        var rest = 0;
        foreach (var c in iban[4..] + iban[..4])
        {
            var digits = char.IsDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((digits > 9 ? rest * 100 : rest * 10) + digits) % 97;
        }

        return rest;
    }

    private static string Card(string text, Match match, Placeholders placeholders)
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return digits.Length is >= 13 and <= 19 && digits.Distinct().Count() > 1 && Luhn(digits) && !Cue.Before(text, match.Index, 24, IdRedaction.DeviceCues)
            ? placeholders.Dropped("CARD")
            : match.Value;
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = int.Parse(digits.AsSpan(digits.Length - 1 - i, 1), NumberStyles.None, CultureInfo.InvariantCulture) * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![\w.+%-])[\w.+%'-]{1,64}@([\w-]{1,63}\.){1,6}[\w-]{2,40}", Plain, Patience)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w:.])[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(\.?\d{1,3}(\.\d{1,3}){1,3})?(?![\w:])", Plain, Patience)]
    private static partial Regex IPv6();

    [GeneratedRegex(@"(?<![\w.-])(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w-]|\.\d)", Plain, Patience)]
    private static partial Regex IPv4();

    [GeneratedRegex(@"\b[A-Za-z]{2}\d{2}( ?[A-Za-z0-9]){11,34}\b", Plain, Patience)]
    private static partial Regex IbanLike();

    [GeneratedRegex(@"(?<![\w.-])\d([ -]?\d){12,18}(?![\w])", Plain, Patience)]
    private static partial Regex CardLike();
}
