using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Switches;

/// <summary>
/// The signed moves of the kill switch in the chain of operators' acts. What was read once is remembered, so that the chain is read on from there,
/// and an entry that somebody takes out again does not undo the move.
/// </summary>
internal sealed class KillSwitchEntries(IAuditLog audit, AuditSeals seals, TamperEvents tampering) : IDisposable
{
    private const string Prefix = "kill-switch/", IsOnFact = "is-on", ReasonFact = "reason", AtFact = "at";

    private readonly SemaphoreSlim _reading = new(1, 1);
    private KillSwitchState? _newest;
    private long _until;

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    /// <summary>The entry of a move.</summary>
    public static AuditEvent Of(KillSwitchState state) => new(
        KillSwitch.AuditChain, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{(state.IsOn ? "on" : "off")}/{state.At:O}"), AuditKinds.OperatorActed, state.By,
        state.IsOn ? "The kill switch was put on." : "The kill switch was taken off.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IsOnFact] = state.IsOn ? "yes" : "no",
            [ReasonFact] = state.Reason,
            [AtFact] = state.At!.Value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        });

    /// <summary>The newest signed move; null when there is none.</summary>
    public async Task<KillSwitchState?> NewestAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            await foreach (var entry in audit.ReadAfterAsync(KillSwitch.AuditChain, _until, cancellation))
            {
                if (entry.Event.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    _newest = await ReadAsync(entry.Event, cancellation) ?? _newest;
                _until = entry.Sequence;
            }

            return _newest;
        }
        catch (AuditDamagedException damage)
        {
            // What cannot be read may have been a stop.
            await tampering.RecordAsync(KillSwitch.AuditChain, "kill switch", "An audit entry of operators' acts was changed.", cancellation);
            return new KillSwitchState(true, "helpdesk", null, damage.Message);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<KillSwitchState?> ReadAsync(AuditEvent entry, CancellationToken cancellation)
    {
        if (entry.CaseId == KillSwitch.AuditChain && await seals.IsGenuineAsync(entry, cancellation))
            return new KillSwitchState(entry.Facts[IsOnFact] == "yes", entry.Actor, DateTimeOffset.ParseExact(entry.Facts[AtFact], "O", CultureInfo.InvariantCulture), entry.Facts[ReasonFact]);
        await tampering.RecordAsync(KillSwitch.AuditChain, "kill switch", $"The audit entry '{entry.Key}' does not have the signature of HelpDesk.", cancellation);
        return null;
    }
}
