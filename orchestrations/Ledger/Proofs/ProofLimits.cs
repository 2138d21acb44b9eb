using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>
/// How often a manager vouches and a person is vouched for within 24 hours, and for how many different people one person asks: what goes beyond
/// looks like an attack and stops that one.
/// </summary>
public sealed class ProofLimits(IRecordStore store, PolicySet policy, TimeProvider time)
{
    private const string Managers = "vouched-by", People = "vouched-for", Askers = "asked-for-others";

    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>Why a manager may not vouch for a person now; null when they may.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<string?> WhyNotVouchAsync(PersonId managerId, PersonId personId, CancellationToken cancellation)
    {
        var byManager = await RecentAsync(Managers, managerId, cancellation);
        if (byManager.Count >= policy.Proofs.CodesPerManagerPerDay)
            return string.Create(CultureInfo.InvariantCulture, $"You gave {byManager.Count} codes in the last 24 hours. The service desk checks the identity.");
        if (byManager.Append(personId).Distinct(StringComparer.OrdinalIgnoreCase).Count() > policy.Proofs.DifferentPeoplePerDay)
            return string.Create(CultureInfo.InvariantCulture, $"You vouched for {policy.Proofs.DifferentPeoplePerDay} people in the last 24 hours. The service desk checks the identity.");
        return (await RecentAsync(People, personId, cancellation)).Count >= policy.Proofs.CodesPerPersonPerDay
            ? string.Create(CultureInfo.InvariantCulture, $"{policy.Proofs.CodesPerPersonPerDay} codes were given for this person in the last 24 hours. The service desk checks the identity.")
            : null;
    }

    /// <summary>Counts that a manager vouched for a person.</summary>
    /// <param name="managerId">The manager.</param>
    /// <param name="personId">The person.</param>
    /// <param name="use">The code, by hand-over and number: counted once.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task VouchedAsync(PersonId managerId, PersonId personId, string use, CancellationToken cancellation)
    {
        await AddAsync(Managers, managerId, personId, use, cancellation);
        await AddAsync(People, personId, managerId, use, cancellation);
    }

    /// <summary>Counts that somebody asks for another person's credentials, once per case.</summary>
    /// <returns>True when they asked for too many different people: they are stopped.</returns>
    public async Task<bool> AskedAsync(PersonId openerId, PersonId personId, CaseId caseId, CancellationToken cancellation)
    {
        await AddAsync(Askers, openerId, personId, caseId, cancellation);
        return (await RecentAsync(Askers, openerId, cancellation)).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= policy.Proofs.DifferentPeoplePerDay;
    }

    private async Task AddAsync(string list, string whose, string other, string use, CancellationToken cancellation) =>
        await store.AddAsync(Tables.Flags, new Record(PartitionOf(list, whose), $"{Row(time.GetUtcNow())}|{use}", DurableJson.Write(new Line(other))), cancellation);

    private async Task<List<string>> RecentAsync(string list, string whose, CancellationToken cancellation)
    {
        var found = new List<string>();
        await foreach (var record in store.QueryAsync(Tables.Flags, PartitionOf(list, whose), Row(time.GetUtcNow() - Window), null, cancellation))
            found.Add(DurableJson.Read<Line>(record.Json).Other);
        return found;
    }

    private static string PartitionOf(string list, string whose) => Tenant.Partition($"{list}|{whose.ToLowerInvariant()}");

    private static string Row(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private sealed record Line(string Other);
}
