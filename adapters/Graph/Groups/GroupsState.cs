using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>The state before a person was taken out of their groups: exactly these are left and given back.</summary>
/// <param name="GroupIds">Ids of the direct memberships that are ours to change, lower-case, sorted.</param>
internal sealed record GroupsState(IReadOnlyList<string> GroupIds) : TargetState
{
    /// <inheritdoc />
    public override string Form => "groups/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("groupIds", GroupIds));
}
