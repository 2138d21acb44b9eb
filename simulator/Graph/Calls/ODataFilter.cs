using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Filters of lists: comparisons, <c>startswith</c>, <c>and</c>, <c>or</c>, <c>not</c>, brackets, and <c>any</c> with one comparison.</summary>
internal sealed partial class ODataFilter
{
    private const string Lambda = "/any";

    private readonly List<string> _words;
    private int _at;

    private ODataFilter(List<string> words) => _words = words;

    /// <summary>The filter, or null when it cannot be read.</summary>
    public static Func<JsonObject, bool>? Parse(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        if (words.Sum(word => word.Length) != text.Count(letter => !char.IsWhiteSpace(letter)) + words.Sum(word => word.Count(char.IsWhiteSpace)))
            return null;
        var filter = new ODataFilter(words);
        return filter.Any() is { } read && filter._at == words.Count ? read : null;
    }

    [GeneratedRegex(@"'(?:[^']|'')*'|[A-Za-z0-9_@./:+-]+|[(),]", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    private static bool Compare(JsonNode? value, string comparison, string literal)
    {
        if (literal == "null")
            return comparison == "eq" == value is null;
        if (value is null)
            return comparison == "ne";
        var order = value.GetValueKind() switch
        {
            JsonValueKind.String when literal.StartsWith('\'') => string.Compare((string)value!, Text(literal), StringComparison.OrdinalIgnoreCase),
            JsonValueKind.String when DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                && DateTimeOffset.TryParse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var own) => own.CompareTo(moment),
            JsonValueKind.String => string.Compare((string)value!, literal, StringComparison.OrdinalIgnoreCase),
            _ => string.Compare(value.ToJsonString(), literal, StringComparison.OrdinalIgnoreCase),
        };
        return comparison switch { "eq" => order == 0, "ne" => order != 0, "ge" => order >= 0, "gt" => order > 0, "le" => order <= 0, _ => order < 0 };
    }

    private static string Text(string literal) => literal[1..^1].Replace("''", "'", StringComparison.Ordinal);

    private Func<JsonObject, bool>? Any()
    {
        var left = All();
        while (left is not null && Take("or"))
        {
            if (All() is not { } right)
                return null;
            var first = left;
            left = item => first(item) || right(item);
        }

        return left;
    }

    private Func<JsonObject, bool>? All()
    {
        var left = One();
        while (left is not null && Take("and"))
        {
            if (One() is not { } right)
                return null;
            var first = left;
            left = item => first(item) && right(item);
        }

        return left;
    }

    private Func<JsonObject, bool>? One()
    {
        if (Take("not"))
            return One() is { } inner ? item => !inner(item) : null;
        if (Take("("))
            return Any() is { } inner && Take(")") ? inner : null;
        if (Take("startswith"))
        {
            return Take("(") && Next() is { } property && Take(",") && Next() is ['\'', ..] literal && Take(")")
                ? item => ((string?)item[property])?.StartsWith(Text(literal), StringComparison.OrdinalIgnoreCase) == true
                : null;
        }

        if (_at < _words.Count && _words[_at].EndsWith(Lambda, StringComparison.Ordinal))
            return AnyOf();
        return Next() is { } name && Next() is { } comparison && comparison is "eq" or "ne" or "ge" or "gt" or "le" or "lt" && Next() is { } wanted
            ? item => Compare(item[name], comparison, wanted)
            : null;
    }

    // targetResources/any(target: target/id eq 'x')
    private Func<JsonObject, bool>? AnyOf()
    {
        var list = Next()![..^Lambda.Length];
        return Take("(") && Next() is [.., ':'] variable && Next() is { } path && path.StartsWith($"{variable[..^1]}/", StringComparison.Ordinal)
            && Next() is "eq" && Next() is { } wanted && Take(")") && path[variable.Length..] is var name
            ? item => item[list] is JsonArray entries && entries.OfType<JsonObject>().Any(entry => Compare(entry[name], "eq", wanted))
            : null;
    }

    private bool Take(string word)
    {
        if (_at >= _words.Count || !string.Equals(_words[_at], word, StringComparison.OrdinalIgnoreCase))
            return false;
        _at++;
        return true;
    }

    private string? Next() => _at < _words.Count ? _words[_at++] : null;
}
