using System.Buffers;
using System.Text;

namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>
/// What every store accepts, so that a record that fits one fits the other. Numbers come from Table Storage (a key of 512 UTF-16
/// units, an entity of 1 MiB, a batch of 100 changes and 4 MiB) with room for what it has to escape.
/// </summary>
public static class RecordLimits
{
    /// <summary>Longest partition or row, in UTF-16 units.</summary>
    public const int MaxKeyLength = 400;

    /// <summary>How many units of a key may be other than letters, digits and <c>- _ | : , ; = @</c>.</summary>
    public const int MaxUnusualInKey = 100;

    /// <summary>Largest body, in UTF-8 bytes.</summary>
    public const int MaxJsonBytes = 900 * 1024;

    /// <summary>Largest number of changes in one commit.</summary>
    public const int MaxChanges = 100;

    /// <summary>Largest sum of the bodies of one commit, in UTF-8 bytes.</summary>
    public const int MaxCommitBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> UsualSigns = SearchValues.Create("-_|:,;=@");

    /// <summary>Refuses a table that is not one of <see cref="Tables"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckTable(string table)
    {
        if (!Tables.All.Contains(table, StringComparer.Ordinal))
            throw new ArgumentException($"There is no table '{table}'; the tables are {string.Join(", ", Tables.All)}.", nameof(table));
    }

    /// <summary>Refuses a partition or row that no store could keep as it is.</summary>
    /// <exception cref="ArgumentException">Empty, too long, too unusual, with NUL or half of a surrogate pair.</exception>
    public static void CheckKey(string key, string what)
    {
        if (key.Length is 0 or > MaxKeyLength)
            throw new ArgumentException($"A {what} has 1 to {MaxKeyLength} characters, this one {key.Length}.", what);
        CheckText(key, what);
        var unusual = 0;
        foreach (var unit in key)
        {
            if (!char.IsLetterOrDigit(unit) && !UsualSigns.Contains(unit))
                unusual++;
        }

        if (unusual > MaxUnusualInKey)
            throw new ArgumentException($"A {what} has at most {MaxUnusualInKey} characters other than letters, digits and - _ | : , ; = @, this one {unusual}.", what);
    }

    /// <summary>Refuses the bound of a range; unlike a key it may be empty.</summary>
    /// <exception cref="ArgumentException">It could not be compared with keys.</exception>
    public static void CheckBound(string? bound, string what)
    {
        if (bound?.Length > MaxKeyLength)
            throw new ArgumentException($"A bound has at most {MaxKeyLength} characters, this one {bound.Length}.", what);
        CheckText(bound ?? "", what);
    }

    /// <summary>Refuses a record that breaks a limit; gives the size of its body in UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">It breaks one; the message names it.</exception>
    public static int Check(Record record)
    {
        CheckKey(record.Partition, "partition");
        CheckKey(record.Row, "row");
        CheckText(record.Json, "json");
        var bytes = Strict.GetByteCount(record.Json);
        if (bytes is 0 or > MaxJsonBytes)
            throw new ArgumentException($"The body of a record has 1 to {MaxJsonBytes} bytes in UTF-8, this one {bytes}.", nameof(record));
        return bytes;
    }

    /// <summary>Refuses a replacement that does not name the version it replaces.</summary>
    /// <exception cref="ArgumentException">There is no ETag, or one that stands for any version.</exception>
    public static void CheckETag(Record record)
    {
        if (record.ETag is null or "" or "*")
            throw new ArgumentException("A replacement must name the ETag of the record that was read.", nameof(record));
    }

    /// <summary>Refuses changes that cannot be one commit; gives the sum of their bodies in UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">Too many, too large, of several partitions, or one row twice.</exception>
    public static int Check(IReadOnlyList<Record> changes)
    {
        if (changes.Count > MaxChanges)
            throw new ArgumentException($"One commit takes at most {MaxChanges} changes, not {changes.Count}.", nameof(changes));
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var change in changes)
        {
            bytes += Check(change);
            if (change.ETag is not null)
                CheckETag(change);
            if (!string.Equals(change.Partition, changes[0].Partition, StringComparison.Ordinal))
                throw new ArgumentException("All changes of one commit belong to one partition.", nameof(changes));
            if (!rows.Add(change.Row))
                throw new ArgumentException("A row may be changed once in one commit.", nameof(changes));
        }

        if (bytes > MaxCommitBytes)
            throw new ArgumentException($"The bodies of one commit have at most {MaxCommitBytes} bytes in UTF-8, these {bytes}.", nameof(changes));
        return bytes;
    }

    private static void CheckText(string text, string what)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"The {what} holds a NUL character, which no store keeps.", what);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                throw new ArgumentException($"The {what} holds half of a surrogate pair, which is not text.", what);
        }
    }
}
