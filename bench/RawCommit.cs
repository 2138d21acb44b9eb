using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Bench;

/// <summary>The raw measure: commits of a single row, WAL, <c>synchronous=FULL</c>, one after the other on the same disk.</summary>
internal static class RawCommit
{
    /// <summary>Times of <paramref name="count"/> commits in milliseconds, sorted.</summary>
    public static double[] Measure(string folder, int count)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, $"raw-{Stopwatch.GetTimestamp()}.db"),
            Pooling = false,
        }.ToString());
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT);";
        setup.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t(text) VALUES('one row')";
        insert.Prepare();
        var times = new double[count];
        for (var i = -20; i < count; i++)
        {
            var since = Stopwatch.GetTimestamp();
            insert.ExecuteNonQuery();
            if (i >= 0)
                times[i] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}
