namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>Looks for words shortly before a match, which tell what it is.</summary>
internal static class Cue
{
    /// <summary>True when one of the words begins within <paramref name="within"/> characters before <paramref name="at"/>, on the same line.</summary>
    public static bool Before(string text, int at, int within, ReadOnlySpan<string> words)
    {
        var from = Math.Max(0, at - within);
        var before = text.AsSpan(from, at - from);
        var line = before.LastIndexOf('\n');
        if (line >= 0)
            before = before[(line + 1)..];
        foreach (var word in words)
        {
            var found = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (found == 0 || !char.IsLetter(before[found - 1])))
                return true;
        }

        return false;
    }
}
