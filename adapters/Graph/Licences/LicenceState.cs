using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>The state before a licence was changed.</summary>
/// <param name="HasLicence">True when the person had it.</param>
/// <param name="DisabledPlans">Ids of the plans that were switched off in it, sorted.</param>
internal sealed record LicenceState(bool HasLicence, IReadOnlyList<Guid> DisabledPlans) : TargetState
{
    /// <inheritdoc />
    public override string Form => "licence/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("hasLicence", HasLicence), ("disabledPlans", DisabledPlans));
}
