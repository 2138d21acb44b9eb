using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>The state before a pass was handed over.</summary>
/// <param name="PassId">Id of the pass that the person had; null when none. No secret.</param>
internal sealed record PassState(string? PassId) : TargetState
{
    /// <inheritdoc />
    public override string Form => "pass/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("passId", PassId));
}
