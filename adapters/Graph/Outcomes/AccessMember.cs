using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>access.member</c>: the person is in every group that the plan adds them to.</summary>
internal sealed class AccessMember(Memberships memberships) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "access.member";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        var groups = call.Steps("group.add-member").Select(step => step.Parameter("groupId")).ToList();
        if (groups.Count == 0)
            return OutcomeReading.Missed("No membership was part of the plan.");
        foreach (var group in groups)
        {
            if (!await memberships.IsInAsync(call.SubjectId, group, cancellation))
                return OutcomeReading.Pending("Entra does not list the person as a member of the group.");
        }

        return OutcomeReading.Holds("Entra lists the person as a member of the group.");
    }
}
