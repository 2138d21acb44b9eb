using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>The state before methods were deleted: exactly these may go.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="MethodIds">Their ids, in the order of deletion.</param>
internal sealed record MfaState(string Kind, IReadOnlyList<string> MethodIds) : TargetState
{
    /// <inheritdoc />
    public override string Form => "mfa-methods/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("kind", Kind), ("methodIds", MethodIds));
}
