using System.Text;

namespace HelpDesk.Orchestrations.Stages.Planning.Devices;

/// <summary>
/// A device's name or serial number as people write it: other separators, letters that look like digits, zeros left out, one slip of a
/// letter. Digits must agree: the next number is another person's device.
/// </summary>
internal sealed class DeviceName
{
    private const int Shortest = 4;
    private const int ShortestSerial = 6;
    private const int MostParts = 6;
    private const int LettersForASlip = 4;

    private readonly string _folded;
    private readonly string _letters;
    private readonly string _digits;

    private DeviceName(string folded) => (_folded, _letters, _digits) = (folded, Letters(folded), Digits(folded));

    /// <summary>The name; null for one that no text could single out: too short, or only a kind or product ("iPhone").</summary>
    public static DeviceName? Of(string? name)
    {
        var words = DeviceWords.Of(name);
        var folded = string.Concat(words);
        return folded.Length < Shortest || words.All(DeviceWords.IsGeneral) ? null : new DeviceName(folded);
    }

    /// <summary>The serial number; null for one that is too short, or has no digit.</summary>
    public static DeviceName? OfSerial(string? serial)
    {
        var folded = string.Concat(DeviceWords.Of(serial));
        return folded.Length < ShortestSerial || !folded.Any(char.IsDigit) ? null : new DeviceName(folded);
    }

    /// <summary>True when a text holds the name: neighbouring words that together are it.</summary>
    /// <param name="words">The text's words.</param>
    /// <param name="withSlip">True when one letter may be wrong.</param>
    public bool IsIn(IReadOnlyList<string> words, bool withSlip)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var joined = new StringBuilder();
            for (var last = first; last < words.Count && last < first + MostParts && joined.Length <= _folded.Length; last++)
            {
                if (Is(joined.Append(words[last]).ToString(), withSlip))
                    return true;
            }
        }

        return false;
    }

    private bool Is(string written, bool withSlip)
    {
        if (Math.Abs(written.Length - _folded.Length) > 4)
            return false;
        if (written == _folded || Alike(written) == Alike(_folded))
            return true;
        if (!withSlip)
            return false;
        var digits = Digits(written);
        return digits.Length >= 2 && digits == _digits && _letters.Length >= LettersForASlip && IsOneSlip(Letters(written), _letters);
    }

    // What is read wrong from a label.
    private static string Alike(string text) => text.Replace('o', '0').Replace('l', '1').Replace('i', '1');

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit)).TrimStart('0');

    // The same, or one letter too many, missing, wrong, or two neighbours exchanged.
    private static bool IsOneSlip(string written, string meant)
    {
        var same = 0;
        while (same < written.Length && same < meant.Length && written[same] == meant[same])
            same++;
        var (rest, wanted) = (written[same..], meant[same..]);
        return rest == wanted
            || Tail(rest, 1) == wanted || rest == Tail(wanted, 1) || (rest.Length == wanted.Length && Tail(rest, 1) == Tail(wanted, 1))
            || (rest.Length > 1 && wanted.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..] == wanted[2..]);

        static string Tail(string text, int from) => from <= text.Length ? text[from..] : "";
    }
}
