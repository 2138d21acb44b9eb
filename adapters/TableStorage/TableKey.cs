using System.Text;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>
/// Keys as Table Storage takes them. It forbids <c>/ \ # ?</c> and control characters; percent signs and halves of surrogate pairs
/// are not safe on the way either. Such a unit is written as an allowed one just below it and a second unit that says which; the
/// allowed one then always has a second unit, too. So no two keys become one, and ordinal order stays as it was.
/// (Source: "Understanding the Table service data model", characters disallowed in key fields.)
/// </summary>
internal static class TableKey
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // A block of two thousand letters without gaps, for the one group with more members than digits.
    private const char FirstWide = '\u4E00';

    private static readonly TableKeyGroup[] Groups =
    [
        new(' ', '\u0001', ' '), new('"', '"', '#'), new('$', '$', '%'), new('.', '.', '/'), new('>', '>', '?'), new('[', '[', '\\'),
        new('~', '~', '\u009F'), new('\uD7FF', '\uD7FF', '\uDFFF'), new('\uFFFD', '\uFFFD', '\uFFFF'),
    ];

    public static string Encode(string key)
    {
        var text = new StringBuilder(key.Length + 16);
        foreach (var unit in key)
        {
            if (Array.Find(Groups, group => unit >= group.First && unit <= group.Last) is { } found)
                text.Append(found.Lead).Append(Second(found, unit - found.First));
            else
                text.Append(unit);
        }

        return text.ToString();
    }

    /// <summary>The key that <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">It is none; somebody else wrote into the table.</exception>
    public static string Decode(string encoded)
    {
        var text = new StringBuilder(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (Array.Find(Groups, group => encoded[i] == group.Lead) is not { } found)
            {
                text.Append(encoded[i]);
                continue;
            }

            i++;
            var index = i < encoded.Length ? Index(found, encoded[i]) : -1;
            if (index < 0 || index > found.Last - found.First)
                throw new FormatException("A key in the table was not written by this store.");
            text.Append((char)(found.First + index));
        }

        return text.ToString();
    }

    private static bool IsWide(TableKeyGroup group) => group.Last - group.First >= Digits.Length;

    private static char Second(TableKeyGroup group, int index) => IsWide(group) ? (char)(FirstWide + index) : Digits[index];

    private static int Index(TableKeyGroup group, char second) => IsWide(group) ? second - FirstWide : Digits.IndexOf(second, StringComparison.Ordinal);
}
