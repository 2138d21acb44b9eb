using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Switches;

/// <summary>Stops every automatic change at once. Stays as it was put over restarts; until then the policy file's default counts.</summary>
public sealed class KillSwitch(IRecordStore store, IAuditLog audit, PolicySet policy, TimeProvider time)
{
    /// <summary>The audit chain of operators' acts.</summary>
    public const string AuditChain = "operations";

    private const string Row = "kill-switch";

    /// <summary>Where it stands.</summary>
    public async Task<KillSwitchState> StateAsync(CancellationToken cancellation) =>
        (await store.ReadAsync<KillSwitchState>(Tables.Flags, Tenant.Partition("switches"), Row, cancellation))?.Value
        ?? new KillSwitchState(policy.KillSwitchIsOnByDefault, "policy", null, "Set in policy/switches.yaml.");

    /// <summary>True while nothing may be changed automatically.</summary>
    public async Task<bool> IsOnAsync(CancellationToken cancellation) => (await StateAsync(cancellation)).IsOn;

    /// <summary>Moves it and records who did and why. Putting it where it stands changes nothing.</summary>
    /// <param name="isOn">Where to put it.</param>
    /// <param name="by">Who: <c>person:objectId</c> or <c>operator:name</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ArgumentException">Nobody or no reason is given.</exception>
    public async Task<KillSwitchState> SetAsync(bool isOn, string by, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);

        var now = time.GetUtcNow();
        var state = await store.UpdateAsync<KillSwitchState>(
            Tables.Flags, Tenant.Partition("switches"), Row,
            before => before is not null && before.IsOn == isOn ? before : new KillSwitchState(isOn, by, now, reason),
            cancellation);

        // Recorded after it was put: a stop must not wait for the log. The same move asked again repairs a missing entry.
        await audit.AppendAsync(
            new AuditEvent(
                AuditChain, string.Create(CultureInfo.InvariantCulture, $"kill-switch/{state.At:O}"), AuditKinds.OperatorActed, state.By,
                state.IsOn ? "The kill switch was put on." : "The kill switch was taken off.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["is-on"] = state.IsOn ? "yes" : "no", ["reason"] = state.Reason }),
            cancellation);
        return state;
    }
}

/// <summary>Where the kill switch stands, and who moved it last.</summary>
/// <param name="IsOn">True while nothing may be changed automatically.</param>
/// <param name="By">Who moved it: <c>person:objectId</c>, or <c>policy</c> for the default of the file.</param>
/// <param name="At">When, UTC; null for the default.</param>
/// <param name="Reason">Why.</param>
public sealed record KillSwitchState(bool IsOn, string By, DateTimeOffset? At, string Reason);
