namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>How many slips of the finger are between two words: a letter wrong, missing, too much, or two in the wrong order.</summary>
internal static class Slips
{
    /// <summary>The number, or <paramref name="most"/> + 1 when there are more.</summary>
    public static int Between(string one, string other, int most)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var column = 0; column <= other.Length; column++)
            last[column] = column;
        for (var at = 1; at <= one.Length; at++)
        {
            row[0] = at;
            var least = at;
            for (var column = 1; column <= other.Length; column++)
            {
                var slip = one[at - 1] == other[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1] + 1, last[column] + 1), last[column - 1] + slip);
                if (at > 1 && column > 1 && one[at - 1] == other[column - 2] && one[at - 2] == other[column - 1])
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                least = Math.Min(least, row[column]);
            }

            if (least > most)
                return most + 1;
            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
