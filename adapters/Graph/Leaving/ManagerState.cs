using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>Who is to be told.</summary>
/// <param name="ManagerId">Object id of the manager; null when the directory names none.</param>
internal sealed record ManagerState(string? ManagerId) : TargetState
{
    /// <inheritdoc />
    public override string Form => "manager/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("managerId", ManagerId));
}
