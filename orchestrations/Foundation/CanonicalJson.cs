using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>
/// JSON that has one way to be written: RFC 8785 for objects, lists, text, true, false, null and the whole numbers that every reader of
/// JSON keeps exactly. Members are sorted by UTF-16 units, without white space, with the shortest escapes. Anything else is refused:
/// a fraction, a larger number, half of a surrogate pair, two members of one name. docs/audit-format.md describes it for outsiders.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>The value <c>null</c>, where it must be written. A member whose value is a null reference is left out.</summary>
    internal static readonly object Null = new();

    // RFC 7493 (I-JSON), section 2.2: beyond it a reader that keeps numbers as doubles changes them.
    private const long Largest = 9_007_199_254_740_991;

    /// <summary>Writes an object. See <see cref="CanonicalObject"/> for what a value may be.</summary>
    /// <exception cref="ArgumentException">Two members have one name, or a value has no canonical form.</exception>
    public static string Write(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var text = new StringBuilder(512);
        WriteObject(text, members);
        return text.ToString();
    }

    /// <summary>A moment as it is in canonical JSON: UTC, seven decimals, <c>Z</c>.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text from outside as it may be written: half of a surrogate pair becomes U+FFFD, as UTF-8 would make it.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? WellFormed(string? text)
    {
        if (text is null || FindHalf(text) < 0)
            return text;
        var units = text.ToCharArray();
        for (var at = FindHalf(units); at >= 0; at = FindHalf(units))
            units[at] = '\uFFFD';
        return new string(units);
    }

    private static void WriteObject(StringBuilder text, ReadOnlySpan<(string Name, object? Value)> members)
    {
        var sorted = members.ToArray();
        Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        text.Append('{');
        var first = true;
        for (var at = 0; at < sorted.Length; at++)
        {
            var (name, value) = sorted[at];
            if (at > 0 && string.Equals(name, sorted[at - 1].Name, StringComparison.Ordinal))
                throw new ArgumentException($"Two members are named '{name}'.", nameof(members));
            if (value is null or ITypedId { Value: null })
                continue;
            if (!first)
                text.Append(',');
            first = false;
            WriteString(text, name);
            text.Append(':');
            WriteValue(text, value);
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, object? value)
    {
        switch (value)
        {
            case string words:
                WriteString(text, words);
                break;
            case ITypedId id:
                WriteValue(text, id.Value);
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case int number:
                WriteNumber(text, number);
                break;
            case long number:
                WriteNumber(text, number);
                break;
            case DateTimeOffset at:
                WriteString(text, Time(at));
                break;
            case Guid id:
                WriteString(text, id.ToString("D"));
                break;
            case CanonicalObject nested:
                WriteObject(text, nested.Members);
                break;
            case IReadOnlyDictionary<string, string> members:
                WriteObject(text, members.Select(static member => (Name: member.Key, Value: (object?)(member.Value ?? throw NoForm(null)))).ToArray());
                break;
            case IEnumerable items:
                WriteList(text, items);
                break;
            default:
                text.Append(ReferenceEquals(value, Null) ? "null" : throw NoForm(value));
                break;
        }
    }

    private static void WriteList(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            WriteValue(text, item);
        }

        text.Append(']');
    }

    private static void WriteNumber(StringBuilder text, long number) => text.Append(
        number is >= -Largest and <= Largest
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentException($"{number.ToString(CultureInfo.InvariantCulture)} is too large: JSON keeps whole numbers up to {Largest.ToString(CultureInfo.InvariantCulture)} exactly."));

    private static ArgumentException NoForm(object? value) => new($"A {value?.GetType().Name ?? "null in a list or a dictionary"} has no canonical form here.");

    private static int FindHalf(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return at;
        }

        return -1;
    }

    private static void WriteString(StringBuilder text, string value)
    {
        if (FindHalf(value) >= 0)
            throw new ArgumentException("Half of a surrogate pair is not text.", nameof(value));
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
    }
}
