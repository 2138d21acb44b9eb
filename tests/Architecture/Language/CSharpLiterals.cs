namespace HelpDesk.Architecture.Tests.Language;

/// <summary>The string literals of C# that are sentences: those with a blank in them. Comments, holes of interpolation and single words are names, not texts.</summary>
public static class CSharpLiterals
{
    /// <summary>The text with everything blank but its sentences.</summary>
    public static string Of(string text)
    {
        var kept = text.Select(sign => sign == '\n' ? '\n' : ' ').ToArray();
        Code(text, 0, kept, hole: false);
        return new string(kept);
    }

    // Reads code up to its end, or up to the brace that closes a hole. Returns where it stopped.
    private static int Code(string text, int at, char[] kept, bool hole)
    {
        var open = 0;
        while (at < text.Length)
        {
            if (Starts(text, at, "//"))
                at = End(text, at, "\n");
            else if (Starts(text, at, "/*"))
                at = End(text, at + 2, "*/");
            else if (text[at] == '\'')
                at = Character(text, at);
            else if (text[at] == '"')
                at = Literal(text, at, kept);
            else if (hole && text[at] == '}' && open == 0)
                return at;
            else
                open += text[at++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
        return at;
    }

    private static int Literal(string text, int at, char[] kept)
    {
        var quotes = Run(text, at, '"');
        var (dollars, verbatim) = Prefix(text, at);
        if (quotes >= 3)
            return Read(text, at + quotes, kept, new Form(new string('"', quotes), dollars, Escapes: false));
        return Read(text, at + 1, kept, new Form("\"", dollars, Escapes: !verbatim));
    }

    private static int Read(string text, int begin, char[] kept, Form form)
    {
        var at = begin;
        var signs = new List<int>();
        while (at < text.Length && !Closes(text, at, form))
        {
            if (form.Escapes && text[at] == '\\')
            {
                at += 2;
                continue;
            }
            if (!form.Escapes && form.Quotes == "\"" && Starts(text, at, "\"\""))
            {
                at += 2;
                continue;
            }
            if (form.Dollars > 0 && text[at] == '{')
            {
                var braces = Run(text, at, '{');
                if (form.Dollars == 1 ? braces % 2 == 1 : braces >= form.Dollars)
                {
                    at = Code(text, at + braces, kept, hole: true) + (form.Dollars == 1 ? 1 : form.Dollars);
                    continue;
                }
                at += braces;
                continue;
            }
            signs.Add(at++);
        }
        if (signs.Exists(sign => text[sign] == ' '))
            foreach (var sign in signs)
                kept[sign] = text[sign];
        return at + form.Quotes.Length;
    }

    // A verbatim literal doubles its quotes; a raw one ends with as many as it began with.
    private static bool Closes(string text, int at, Form form) =>
        Starts(text, at, form.Quotes) && (form.Escapes || form.Quotes.Length >= 3 || !Starts(text, at, "\"\""));

    private static (int Dollars, bool Verbatim) Prefix(string text, int at)
    {
        var (dollars, verbatim) = (0, false);
        for (var before = at - 1; before >= 0 && text[before] is '$' or '@'; before--)
        {
            dollars += text[before] == '$' ? 1 : 0;
            verbatim |= text[before] == '@';
        }
        return (dollars, verbatim);
    }

    private static int Character(string text, int at)
    {
        var end = at + 1 < text.Length && text[at + 1] == '\\' ? at + 3 : at + 2;
        // In markup an apostrophe is an apostrophe.
        while (end < text.Length && end < at + 8 && text[end] != '\'' && text[at + 1] == '\\')
            end++;
        return end < text.Length && text[end] == '\'' ? end + 1 : at + 1;
    }

    private static int Run(string text, int at, char sign)
    {
        var end = at;
        while (end < text.Length && text[end] == sign)
            end++;
        return end - at;
    }

    private static int End(string text, int at, string sign) => text.IndexOf(sign, at, StringComparison.Ordinal) is var found and >= 0 ? found + sign.Length : text.Length;

    private static bool Starts(string text, int at, string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private sealed record Form(string Quotes, int Dollars, bool Escapes);
}
