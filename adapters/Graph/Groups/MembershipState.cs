using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>The state before a membership was changed.</summary>
/// <param name="IsMember">True when the person was a direct member.</param>
internal sealed record MembershipState(bool IsMember) : TargetState
{
    /// <inheritdoc />
    public override string Form => "membership/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("isMember", IsMember));
}
