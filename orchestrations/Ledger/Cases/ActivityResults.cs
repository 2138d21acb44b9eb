using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// Keeps the first result of an activity that reads a changing world. A process may stop between the audit entry and the history;
/// the next attempt then gives the same answer as the entry.
/// </summary>
public sealed class ActivityResults(IRecordStore store)
{
    /// <summary>The result that counts: the one kept before under this key, or what <paramref name="make"/> gives, now kept.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="idempotencyKey">The activity's key.</param>
    /// <param name="make">Makes the result; not called when one is kept.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<T> FirstAsync<T>(CaseId caseId, string idempotencyKey, Func<Task<T>> make, CancellationToken cancellation)
        where T : class =>
        await FindAsync<T>(caseId, idempotencyKey, cancellation) ?? await KeepAsync(caseId, idempotencyKey, await make(), cancellation);

    /// <summary>The result that counts: the one kept before under this key, or <paramref name="result"/>, now kept.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="idempotencyKey">The activity's key.</param>
    /// <param name="result">What this attempt found.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<T> KeepAsync<T>(CaseId caseId, string idempotencyKey, T result, CancellationToken cancellation)
        where T : class
    {
        var record = new Record(Tenant.Partition(caseId), Row(idempotencyKey), DurableJson.Write(result));
        if (await store.AddAsync(Tables.Context, record, cancellation) is not null)
            return result;
        return await FindAsync<T>(caseId, idempotencyKey, cancellation) ?? result;
    }

    /// <summary>The result kept under a key, or null.</summary>
    public async Task<T?> FindAsync<T>(CaseId caseId, string idempotencyKey, CancellationToken cancellation)
        where T : class =>
        (await store.ReadAsync<T>(Tables.Context, Tenant.Partition(caseId), Row(idempotencyKey), cancellation))?.Value;

    /// <summary>True when anything is kept under a key, readable or not.</summary>
    public async Task<bool> IsKeptAsync(CaseId caseId, string idempotencyKey, CancellationToken cancellation) =>
        await store.GetAsync(Tables.Context, Tenant.Partition(caseId), Row(idempotencyKey), cancellation) is not null;

    private static string Row(string idempotencyKey) => $"result-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)))}";
}
