using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Checks;

/// <summary><c>secret.collected</c>: the audit log says that the secret was shown to an entitled person.</summary>
internal sealed class SecretCollected(IAuditLog audit) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "secret.collected";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        await foreach (var entry in audit.ReadAsync(call.Plan.CaseId, cancellation))
        {
            if (entry.Event.Kind == AuditKinds.HandOverCollected)
                return OutcomeReading.Holds("The audit log says that an entitled person was shown the secret.");
        }

        return OutcomeReading.Pending("The audit log names no one who was shown the secret.");
    }
}
