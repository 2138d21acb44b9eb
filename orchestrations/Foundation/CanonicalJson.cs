using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>
/// JSON that has one way to be written (RFC 8785 for objects of strings, whole numbers and such objects): members sorted by UTF-16
/// units, no white space, the shortest escapes, everything else literal. docs/audit-format.md describes it for outsiders.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Writes an object. Values are <see cref="string"/>, <see cref="long"/>, or a dictionary of strings.</summary>
    public static string Write(params ReadOnlySpan<(string Name, object Value)> members)
    {
        var text = new StringBuilder(512);
        WriteObject(text, members.ToArray());
        return text.ToString();
    }

    /// <summary>A moment as it stands in canonical JSON: UTC, seven decimals, <c>Z</c>.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static void WriteObject(StringBuilder text, IEnumerable<(string Name, object Value)> members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (!first)
                text.Append(',');
            first = false;
            WriteString(text, name);
            text.Append(':');
            WriteValue(text, value);
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, object value)
    {
        switch (value)
        {
            case string words:
                WriteString(text, words);
                break;
            case long number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, string> members:
                WriteObject(text, members.Select(member => (member.Key, (object)member.Value)));
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} has no canonical form here.", nameof(value));
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
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
