using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace HelpDesk.Adapters;

/// <summary>
/// Decides whether a reader sees an element: by its attributes, its own style and the style sheet of the document. When the two cannot be told
/// apart (white letters on a background that another sheet may colour), it counts as hidden.
/// </summary>
internal sealed partial class HiddenStyle
{
    private const int MostRules = 500;
    private const int Clear = -1;

    private static readonly Dictionary<string, int> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = 0xFFFFFF, ["snow"] = 0xFFFAFA, ["ivory"] = 0xFFFFF0, ["ghostwhite"] = 0xF8F8FF, ["whitesmoke"] = 0xF5F5F5, ["floralwhite"] = 0xFFFAF0, ["mintcream"] = 0xF5FFFA, ["azure"] = 0xF0FFFF,
        ["black"] = 0, ["red"] = 0xFF0000, ["green"] = 0x008000, ["blue"] = 0x0000FF, ["navy"] = 0x000080, ["gray"] = 0x808080, ["grey"] = 0x808080, ["silver"] = 0xC0C0C0, ["yellow"] = 0xFFFF00, ["orange"] = 0xFFA500, ["maroon"] = 0x800000, ["purple"] = 0x800080, ["teal"] = 0x008080, ["darkblue"] = 0x00008B, ["darkgreen"] = 0x006400, ["darkred"] = 0x8B0000,
    };

    private readonly List<ISelector> _hiding = [];

    /// <summary>Reads the document's own style sheets.</summary>
    public HiddenStyle(IEnumerable<string> sheets)
    {
        var parser = new CssSelectorParser();
        foreach (Match rule in sheets.SelectMany(static sheet => Rule().Matches(sheet)).Take(MostRules))
        {
            if ((Hides(Declarations(rule.Groups["style"].Value), Colours.Paper, out var inside) || !inside.IsSeen) && parser.ParseSelector(rule.Groups["who"].Value.Trim()) is { } selector)
                _hiding.Add(selector);
        }
    }

    /// <summary>Colours of letters and background around an element; null = not known.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Colours(int? Background, int? Letters)
    {
        /// <summary>Black on white.</summary>
        public static readonly Colours Paper = new(0xFFFFFF, 0);

        /// <summary>False when letters have the colour of what is behind them, or none.</summary>
        public bool IsSeen => Letters is not { } front || (front != Clear && (Background is not { } behind || !IsNear(front, behind)));
    }

    /// <summary>True when a reader does not see the element. What its colours hide is decided by text: an element inside may have others.</summary>
    /// <param name="element">The element.</param>
    /// <param name="around">Colours around it.</param>
    /// <param name="inside">Colours inside of it.</param>
    public bool IsHidden(IElement element, Colours around, out Colours inside)
    {
        inside = around;
        if (element.HasAttribute("hidden") || (element.LocalName == "input" && element.GetAttribute("type") == "hidden"))
            return true;
        if (_hiding.Exists(selector => selector.Match(element, null)))
            return true;
        var style = Declarations(element.GetAttribute("style") ?? "");
        if (element.GetAttribute("color") is { } letters)
            style.TryAdd("color", letters);
        if (element.GetAttribute("bgcolor") is { } background)
            style.TryAdd("background-color", background);
        return style.Count > 0 && Hides(style, around, out inside);
    }

    /// <summary>True when something is written in a part of the document.</summary>
    public static bool HasLetters(INode node)
    {
        var open = new Stack<INode>([node]);
        while (open.TryPop(out var next))
        {
            if (next is IText text && text.Data.Any(char.IsLetterOrDigit))
                return true;
            for (var child = next.FirstChild; child is not null; child = child.NextSibling)
                open.Push(child);
        }

        return false;
    }

    private static bool Hides(Dictionary<string, string> style, Colours around, out Colours inside)
    {
        var background = style.GetValueOrDefault("background-color") ?? style.GetValueOrDefault("background");
        var behind = background is null or "transparent" or "none" or "inherit" or "initial" ? around.Background : Colour(background);
        var letters = style.TryGetValue("color", out var given) ? given == "transparent" || IsClear(given) ? Clear : Colour(given) : around.Letters;
        inside = new Colours(behind, letters);
        return Value("display") == "none" || Value("visibility") is "hidden" or "collapse" || Value("mso-hide") == "all"
            || Number("opacity") is < 0.1 || IsTiny(Value("font-size")) || Value("font") is { } font && (font.StartsWith("0 ", StringComparison.Ordinal) || font.StartsWith("0px", StringComparison.Ordinal))
            || IsAway("text-indent") || IsAway("left") || IsAway("top") || IsAway("right") || IsAway("margin-left")
            || (Value("overflow") is "hidden" or "clip" && (Number("height") is 0 || Number("width") is 0 || Number("max-height") is 0 || Number("max-width") is 0))
            || Value("clip-path")?.Contains("inset(100%", StringComparison.Ordinal) == true || Value("clip")?.Contains("rect(0", StringComparison.Ordinal) == true
            || Value("transform")?.Contains("scale(0", StringComparison.Ordinal) == true;

        string? Value(string name) => style.GetValueOrDefault(name);
        double? Number(string name) => Size(Value(name))?.Value;
        bool IsAway(string name) => Size(Value(name)) is { Value: < -500 };
    }

    private static bool IsTiny(string? size) => Size(size) is { } known && known.Unit switch
    {
        "em" or "rem" => known.Value < 0.25,
        "%" => known.Value < 25,
        _ => known.Value < 3,
    };

    private static bool IsNear(int one, int other) => Math.Max(Math.Max(Math.Abs((one >> 16) - (other >> 16)), Math.Abs((one >> 8 & 255) - (other >> 8 & 255))), Math.Abs((one & 255) - (other & 255))) < 24;

    private static bool IsClear(string colour) => Channels().Matches(colour) is { Count: 4 } parts && colour.StartsWith("rgba", StringComparison.Ordinal)
        && double.TryParse(parts[3].Value.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var alpha) && alpha < 0.1;

    private static int? Colour(string text)
    {
        var word = text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && !text.Contains('(', StringComparison.Ordinal) ? words[0] : text;
        if (Named.TryGetValue(word, out var known))
            return known;
        if (word.StartsWith('#') && word[1..] is { Length: 3 or 4 or 6 or 8 } digits && digits.All(char.IsAsciiHexDigit))
            return digits.Length < 6
                ? int.Parse($"{digits[0]}{digits[0]}{digits[1]}{digits[1]}{digits[2]}{digits[2]}", NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : int.Parse(digits[..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!word.StartsWith("rgb", StringComparison.Ordinal) || Channels().Matches(word) is not { Count: >= 3 } parts)
            return null;
        var value = 0;
        for (var at = 0; at < 3; at++)
        {
            if (!double.TryParse(parts[at].Value.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var channel))
                return null;
            value = value << 8 | (int)Math.Clamp(parts[at].Value.EndsWith('%') ? channel * 2.55 : channel, 0, 255);
        }

        return value;
    }

    private static (double Value, string Unit)? Size(string? text)
    {
        if (text is null)
            return null;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+'))
            end++;
        return double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? (value, text[end..].Trim()) : null;
    }

    private static Dictionary<string, string> Declarations(string style)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in style.Split(';'))
        {
            if (part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                found[part[..colon].Trim().ToLowerInvariant()] = part[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
        }

        return found;
    }

    [GeneratedRegex(@"(?<who>[^{}@;]+)\{(?<style>[^{}]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    [GeneratedRegex(@"[0-9.]+%?", RegexOptions.NonBacktracking)]
    private static partial Regex Channels();
}
