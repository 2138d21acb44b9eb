using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Security events: a stored record that something would follow from is not what the signed audit entries say. Each is recorded once, in the
/// chain of its case, in the log and for health.
/// </summary>
public sealed class TamperEvents(IRecordStore store, IAuditLog audit, TimeProvider time, ILogger<TamperEvents> log)
{
    /// <summary>How long health tells of one. Chosen so that nobody who looks once a week misses it.</summary>
    public static readonly TimeSpan ToldFor = TimeSpan.FromDays(7);

    private const int MaxFinding = 300;

    private static readonly string Partition = Tenant.Partition("tampering");

    /// <summary>Records that a record was changed outside this program.</summary>
    /// <param name="caseId">The case, or the chain of operators' acts.</param>
    /// <param name="record">Which record: "approval" with its id.</param>
    /// <param name="finding">What differs, in one sentence of our own words.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task RecordAsync(CaseId caseId, string record, string finding, CancellationToken cancellation)
    {
        // A case id out of a changed record may be anything.
        if (caseId.Value.Length is 0 or > AuditLimits.MaxCaseId || caseId != Plain(caseId))
            caseId = new CaseId("operations");
        var (named, found) = (Plain(record), Plain(finding));
        var id = AuditHash.Of($"{caseId}\n{named}\n{found}");
        var at = time.GetUtcNow();
        // Health first: the chain itself may be what was damaged.
        if (await store.AddAsync(Tables.Flags, new Record(Partition, id, DurableJson.Write(new TamperEvent(caseId, named, found, at))), cancellation) is not null)
            log.Tampered(caseId, named, found);
        try
        {
            await audit.AppendAsync(
                new AuditEvent(
                    caseId, $"tampering/{id}", AuditKinds.TamperingFound, "helpdesk", $"Security event: a stored record was changed outside HelpDesk. {found}",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["record"] = named }),
                cancellation);
        }
        catch (Exception damage) when (damage is AuditDamagedException or ArgumentException)
        {
            log.TamperedChain(caseId, damage.Message);
        }
    }

    /// <summary>The events that health still tells of, in no order.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public static async IAsyncEnumerable<TamperEvent> RecentAsync(IRecordStore store, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Flags, Partition, null, null, cancellation))
        {
            var found = DurableJson.Read<TamperEvent>(record.Json);
            if (time.GetUtcNow() - found.At < ToldFor)
                yield return found;
        }
    }

    // What an attacker wrote into a record may be in its name; the audit log takes plain text only.
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(static letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter));
        return plain.Length <= MaxFinding ? plain : plain[..MaxFinding];
    }
}

/// <summary>That a stored record was changed outside this program.</summary>
/// <param name="CaseId">The case, or the chain of operators' acts.</param>
/// <param name="Record">Which record.</param>
/// <param name="Finding">What differs.</param>
/// <param name="At">When it was found, UTC.</param>
public sealed record TamperEvent(CaseId CaseId, string Record, string Finding, DateTimeOffset At);

/// <summary>Log of security events. Event ids 1360 to 1369.</summary>
internal static partial class TamperLog
{
    [LoggerMessage(1360, LogLevel.Critical, "Security event on {CaseId}: {Record} was changed outside HelpDesk. {Finding}")]
    public static partial void Tampered(this ILogger logger, CaseId caseId, string record, string finding);

    [LoggerMessage(1361, LogLevel.Critical, "The security event on {CaseId} could not be added to its audit chain: {Error}")]
    public static partial void TamperedChain(this ILogger logger, CaseId caseId, string error);
}
