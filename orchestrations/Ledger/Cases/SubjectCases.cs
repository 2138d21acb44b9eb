using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Which cases are about a person's account or devices, whoever filed the ticket: kept by person, so that nobody has to read all cases.</summary>
public sealed class SubjectCases(IRecordStore store, TimeProvider time)
{
    /// <summary>How far back the list goes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private const int Most = 20;

    /// <summary>Adds a case.</summary>
    public Task AddAsync(PersonId personId, CaseId caseId, CancellationToken cancellation) =>
        store.AddAsync(Tables.Cases, new Record(PartitionOf(personId), Row(time.GetUtcNow(), caseId), "{}"), cancellation);

    /// <summary>The cases about a person, newest first, each once, at most 20.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(PersonId personId, CancellationToken cancellation)
    {
        var found = new List<string>();
        await foreach (var record in store.QueryAsync(Tables.Cases, PartitionOf(personId), null, Row(time.GetUtcNow() - Window, new CaseId("~")), cancellation))
        {
            var caseId = record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..];
            if (!found.Contains(caseId, StringComparer.Ordinal))
                found.Add(caseId);
            if (found.Count == Most)
                break;
        }

        return found;
    }

    private static string PartitionOf(PersonId personId) => Tenant.Partition($"subject|{personId.Value.ToLowerInvariant()}");

    // Newest first: rows are ordered ordinally.
    private static string Row(DateTimeOffset at, CaseId caseId) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}|{caseId}");
}
