using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Which cases a person had lately, kept by person so that nobody has to read all cases.</summary>
public sealed class RecentCases(IRecordStore store, TimeProvider time)
{
    /// <summary>How far back counts as lately.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private const int Most = 10;

    /// <summary>Adds a case and gives the person's other cases of the window, newest first, at most 10.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(string personId, string caseId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var partition = Tenant.Partition($"requester|{personId}");
        await store.AddAsync(Tables.Cases, new Record(partition, Row(now, caseId), "{}"), cancellation);

        var others = new List<string>();
        await foreach (var record in store.QueryAsync(Tables.Cases, partition, null, Row(now - Window, "~"), cancellation))
        {
            var other = record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..];
            if (other != caseId && !others.Contains(other, StringComparer.Ordinal))
                others.Add(other);
            if (others.Count == Most)
                break;
        }

        return others;
    }

    // Newest first: rows are ordered ordinally.
    private static string Row(DateTimeOffset at, string caseId) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}|{caseId}");
}
