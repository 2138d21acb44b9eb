using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Switches;

/// <summary>
/// Stops every automatic change at once. Stays as it was put over restarts; until then the policy file's default counts. It is on when the record
/// or the audit chain says so; it is off only when the newest signed entry of the chain says so. A record alone never takes it off.
/// </summary>
public sealed class KillSwitch(IRecordStore store, IAuditLog audit, AuditSeals seals, TamperEvents tampering, KillSwitchDefault unset, TimeProvider time) : IDisposable
{
    /// <summary>The audit chain of operators' acts.</summary>
    public static readonly CaseId AuditChain = new("operations");

    private const string Row = "kill-switch";

    private static readonly string Partition = Tenant.Partition("switches");

    private readonly KillSwitchEntries _entries = new(audit, seals, tampering);

    /// <inheritdoc />
    public void Dispose() => _entries.Dispose();

    /// <summary>Its state.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task<KillSwitchState> StateAsync(CancellationToken cancellation)
    {
        // The record first: what is taken off is in the chain before it is in the record.
        var row = (await store.ReadAsync<KillSwitchState>(Tables.Flags, Partition, Row, cancellation))?.Value;
        var signed = await _entries.NewestAsync(cancellation);
        if (row is { IsOn: true })
            return row;
        if (row is not null && signed is null)
        {
            await tampering.RecordAsync(AuditChain, "kill switch", "The record says that the kill switch is off, and no signed audit entry does.", cancellation);
            return row with { IsOn = true, Reason = "The record was changed outside HelpDesk. Put the kill switch on and off again once the cause is known." };
        }

        // Read again: it may have been put on between the two readings.
        if (row is not null && signed is { IsOn: true } && (await store.ReadAsync<KillSwitchState>(Tables.Flags, Partition, Row, cancellation))?.Value is { IsOn: false })
            await tampering.RecordAsync(AuditChain, "kill switch", "The record says that the kill switch is off; the signed audit entries say that it is on.", cancellation);
        return signed ?? new KillSwitchState(unset.IsOn, "policy", null, "Set in policy/switches.yaml.");
    }

    /// <summary>True while nothing may be changed automatically.</summary>
    public async Task<bool> IsOnAsync(CancellationToken cancellation) => (await StateAsync(cancellation)).IsOn;

    /// <summary>Moves it and records who did and why. Putting it into the state that it has changes nothing.</summary>
    /// <param name="isOn">Where to put it.</param>
    /// <param name="by">Who: <c>person:objectId</c> or <c>operator:name</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ArgumentException">Nobody or no reason is given.</exception>
    public async Task<KillSwitchState> SetAsync(bool isOn, string by, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);

        var (before, signed) = (await StateAsync(cancellation), await _entries.NewestAsync(cancellation));
        var wanted = before.IsOn == isOn && before.At is not null ? before : new KillSwitchState(isOn, by, time.GetUtcNow(), reason);
        // A stop does not wait for the log; the end of a stop does. The same move asked again repairs what is missing.
        if (isOn)
            wanted = await KeepAsync(wanted, cancellation);
        if (signed?.IsOn != isOn)
            await audit.AppendAsync(await seals.SealAsync(KillSwitchEntries.Of(wanted), cancellation), cancellation);
        return isOn ? wanted : await KeepAsync(wanted, cancellation);
    }

    private Task<KillSwitchState> KeepAsync(KillSwitchState wanted, CancellationToken cancellation) => store.UpdateAsync<KillSwitchState>(
        Tables.Flags, Partition, Row, before => before is not null && before.IsOn == wanted.IsOn ? before : wanted, cancellation);
}

/// <summary>The state of the kill switch until it is moved.</summary>
/// <param name="IsOn">As policy/switches.yaml says.</param>
public sealed record KillSwitchDefault(bool IsOn);

/// <summary>The state of the kill switch, and who moved it last.</summary>
/// <param name="IsOn">True while nothing may be changed automatically.</param>
/// <param name="By">Who moved it: <c>person:objectId</c>, or <c>policy</c> for the default of the file.</param>
/// <param name="At">When, UTC; null for the default.</param>
/// <param name="Reason">Why.</param>
public sealed record KillSwitchState(bool IsOn, string By, DateTimeOffset? At, string Reason);
