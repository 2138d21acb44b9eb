using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>
/// Keeps the first result of an activity from which something may follow without a person. It counts only as a signed entry of the audit chain
/// that names its digest: what somebody writes into the record store instead is never taken, and is a security event.
/// </summary>
public sealed class SignedResults(CaseContext contexts, ActivityResults plain, IAuditLog audit, AuditSeals seals, TamperEvents tampering)
{
    /// <summary>The fact that names the result in the context store.</summary>
    public const string ResultFact = "result";

    private const string ContextKind = "signed-result";

    /// <summary>The result that counts: the one whose entry is signed, or what <paramref name="make"/> gives, now signed and kept.</summary>
    /// <param name="activity">Case, key of the activity, key and kind of its entry.</param>
    /// <param name="make">Makes the result; not called when one is kept.</param>
    /// <param name="entry">What is recorded of a result; null when nothing follows from it: then it is neither signed nor kept.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored is not what was signed.</exception>
    public async Task<T> FirstAsync<T>(SignedActivityKey activity, Func<Task<T>> make, Func<T, AuditEvent?> entry, CancellationToken cancellation)
        where T : class
    {
        // Side by side, so that the look for what somebody planted costs no waiting.
        var planted = plain.IsKeptAsync(activity.CaseId, activity.ActivityKey, cancellation);
        var found = FindAsync<T>(activity, cancellation);
        await Task.WhenAll(found, planted);
        if (await found is { } kept)
            return kept;
        // Nothing of ours is kept under this name: it waited there to be taken for a result.
        if (await planted)
            await tampering.RecordAsync(activity.CaseId, $"result of {activity.Kind}", "A result was put into the store that HelpDesk did not sign. It was not used.", cancellation);

        var made = await make();
        if (entry(made) is not { } open)
            return made;
        // The result first: an entry whose result is missing would look like damage; a result without an entry is only litter.
        var stored = await contexts.PutAsync(activity.CaseId, ContextKind, made, cancellation);
        var signed = await seals.SealAsync(open with { Facts = new Dictionary<string, string>(open.Facts, StringComparer.Ordinal) { [ResultFact] = stored.Version } }, cancellation);
        if (await audit.TryAppendAsync(signed, cancellation))
            return made;
        return await FindAsync<T>(activity, cancellation) ?? throw new VendorException("store", "changed", "The signed entry of a result is not in the audit log any more.", isRetryable: true);
    }

    /// <summary>The result that an entry names whose signature was checked.</summary>
    /// <exception cref="StoredValueChangedException">It is not the one that was signed.</exception>
    public Task<T> OfAsync<T>(AuditEvent genuine, CancellationToken cancellation) =>
        contexts.GetAsync<T>(new ContextReference(genuine.CaseId, ContextKind, genuine.Facts[ResultFact]), cancellation);

    private async Task<T?> FindAsync<T>(SignedActivityKey activity, CancellationToken cancellation)
        where T : class
    {
        try
        {
            if (await audit.FindAsync(activity.CaseId, activity.EntryKey, cancellation) is not { } entry)
                return null;
            if (entry.Event.CaseId != activity.CaseId || entry.Event.Key != activity.EntryKey || entry.Event.Kind != activity.Kind || !await seals.IsGenuineAsync(entry.Event, cancellation))
                throw await TamperedAsync(activity, "The audit entry of a result does not have the signature of HelpDesk.", cancellation);
            return await contexts.GetAsync<T>(new ContextReference(activity.CaseId, ContextKind, entry.Event.Facts[ResultFact]), cancellation);
        }
        catch (AuditDamagedException)
        {
            throw await TamperedAsync(activity, "The audit entry of a result was changed.", cancellation);
        }
        catch (StoredValueChangedException)
        {
            throw await TamperedAsync(activity, "The stored result is not the one that was signed.", cancellation);
        }
    }

    private async Task<VendorException> TamperedAsync(SignedActivityKey activity, string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(activity.CaseId, $"result of {activity.Kind}", finding, cancellation);
        return new VendorException("store", "changed", $"Security event: {finding}", isRetryable: false);
    }
}

/// <summary>Which result is meant.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ActivityKey">Idempotency key of the activity.</param>
/// <param name="EntryKey">Key of its audit entry.</param>
/// <param name="Kind">Kind of that entry.</param>
public sealed record SignedActivityKey(CaseId CaseId, string ActivityKey, string EntryKey, string Kind);
