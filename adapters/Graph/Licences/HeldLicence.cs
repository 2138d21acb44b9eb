using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>A licence as a person has it.</summary>
/// <param name="SkuId">Which.</param>
/// <param name="DisabledPlans">Ids of the plans that are switched off in it, sorted.</param>
internal sealed record HeldLicence(Guid SkuId, IReadOnlyList<Guid> DisabledPlans)
{
    /// <summary>As a captured state holds it.</summary>
    public CanonicalObject Fields => CanonicalObject.Whole(("skuId", SkuId), ("disabledPlans", DisabledPlans));
}
