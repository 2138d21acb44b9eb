using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>The state before a person's licences were taken: exactly these are taken and given back.</summary>
/// <param name="Licences">The directly assigned ones that may go, sorted by id.</param>
internal sealed record LicencesState(IReadOnlyList<HeldLicence> Licences) : TargetState
{
    /// <inheritdoc />
    public override string Form => "licences/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("licences", Licences.Select(licence => licence.Fields)));
}
