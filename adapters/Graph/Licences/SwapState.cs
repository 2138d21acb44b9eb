using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>The state before a licence was swapped for another.</summary>
/// <param name="From">The one that goes.</param>
/// <param name="To">The one that comes.</param>
internal sealed record SwapState(LicenceState From, LicenceState To) : TargetState
{
    /// <inheritdoc />
    public override string Form => "licence-swap/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("from", From.Fields), ("to", To.Fields));

    /// <summary>True when the swap is done.</summary>
    public bool IsSwapped => !From.HasLicence && To.HasLicence;
}
