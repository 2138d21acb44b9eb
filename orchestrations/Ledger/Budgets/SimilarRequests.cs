using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Budgets;

/// <summary>Counts how many different people come with the same intent within an hour.</summary>
public sealed class SimilarRequests(IRecordStore store, PolicySet policy, TimeProvider time)
{
    /// <summary>Adds a request and counts the people of this and the last clock hour, this one included; counts no further than the policy's limit.</summary>
    public async Task<int> CountAsync(string intent, PersonId requesterId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var partition = Tenant.Partition($"similar|{intent}");
        await store.AddAsync(Tables.Flags, new Record(partition, $"{Hour(now)}|{requesterId}", "{}"), cancellation);

        var people = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in store.QueryAsync(Tables.Flags, partition, Hour(now.AddHours(-1)), null, cancellation))
        {
            people.Add(record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            if (people.Count >= policy.Budgets.OutageSuspectedAt)
                break;
        }

        return people.Count;
    }

    private static string Hour(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
}
