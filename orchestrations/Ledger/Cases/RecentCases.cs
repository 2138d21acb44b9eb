using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Which cases a person had lately, kept by person so that nobody has to read all cases.</summary>
public sealed class RecentCases(IRecordStore store, TimeProvider time)
{
    /// <summary>How far back counts as lately.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private const int Most = 10;

    /// <summary>Adds a case and gives the person's other cases of the window, newest first, at most 10.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(PersonId personId, CaseId caseId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var partition = Tenant.Partition($"requester|{personId}");
        await store.AddAsync(Tables.Cases, new Record(partition, Row(now, caseId), "{}"), cancellation);
        return await OfAsync(personId, cancellation, caseId);
    }

    /// <summary>The person's cases of the window, newest first, at most 10.</summary>
    /// <param name="personId">Object id.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="without">A case that is left out; null = none.</param>
    public async Task<IReadOnlyList<string>> OfAsync(PersonId personId, CancellationToken cancellation, string? without = null)
    {
        var others = new List<string>();
        await foreach (var record in store.QueryAsync(Tables.Cases, Tenant.Partition($"requester|{personId}"), null, Row(time.GetUtcNow() - Window, new CaseId("~")), cancellation))
        {
            var other = record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..];
            if (other != without && !others.Contains(other, StringComparer.Ordinal))
                others.Add(other);
            if (others.Count == Most)
                break;
        }

        return others;
    }

    // Newest first: rows are ordered ordinally.
    private static string Row(DateTimeOffset at, CaseId caseId) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}|{caseId}");
}
