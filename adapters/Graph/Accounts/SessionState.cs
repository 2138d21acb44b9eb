using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>The state before sessions were revoked.</summary>
/// <param name="ValidFrom">Sessions older than this were invalid already; UTC.</param>
internal sealed record SessionState(DateTimeOffset? ValidFrom) : TargetState
{
    /// <inheritdoc />
    public override string Form => "session/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("validFrom", ValidFrom));
}
