using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// The versioned context of a case: snapshots and texts too large or too private for a history (claim check). A version is the
/// hash of its content, so that a repeated activity writes nothing new.
/// </summary>
public sealed class CaseContext(IRecordStore store)
{
    /// <summary>Keeps a value and gives the small reference that goes into the history.</summary>
    public async Task<ContextReference> PutAsync<T>(CaseId caseId, string kind, T value, CancellationToken cancellation)
    {
        var json = DurableJson.Write(value);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        await store.AddAsync(Tables.Context, new Record(Tenant.Partition(caseId), $"{kind}-{version}", json), cancellation);
        return new ContextReference(caseId, kind, version);
    }

    /// <summary>The value a reference names.</summary>
    /// <exception cref="StoredValueChangedException">It is not in the store, or its content is not what the reference's hash says.</exception>
    public async Task<T> GetAsync<T>(ContextReference reference, CancellationToken cancellation)
    {
        var record = await store.GetAsync(Tables.Context, Tenant.Partition(reference.CaseId), $"{reference.Kind}-{reference.Version}", cancellation)
            ?? throw new StoredValueChangedException(reference.CaseId, reference.Kind, $"The {reference.Kind} of case '{reference.CaseId}' is not in the context store.");
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Json)));
        if (!string.Equals(version, reference.Version, StringComparison.Ordinal))
            throw new StoredValueChangedException(reference.CaseId, reference.Kind, $"The {reference.Kind} of case '{reference.CaseId}' was changed in the store: its content no longer has the recorded hash.");
        return DurableJson.Read<T>(record.Json);
    }
}

/// <summary>What the context store holds is not what was put there: somebody changed or deleted it.</summary>
/// <param name="caseId">The case.</param>
/// <param name="kind">What it is: <c>plan</c>.</param>
/// <param name="message">What is wrong.</param>
public sealed class StoredValueChangedException(CaseId caseId, string kind, string message) : InvalidOperationException(message)
{
    /// <summary>The case.</summary>
    public CaseId CaseId { get; } = caseId;

    /// <summary>What it is.</summary>
    public string Kind { get; } = kind;
}
