using System.Globalization;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>ETags of this store: the number of times the record was written, from 1.</summary>
internal static class VersionTag
{
    public const long First = 1;

    public static string Write(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version, or -1 when the text was never given out by this store.</summary>
    public static long Read(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= First ? version : -1;
}
