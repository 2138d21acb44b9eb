using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>access.not-member</c>: the person is in none of the groups that the plan takes them out of, through another group neither.</summary>
internal sealed class AccessNotMember(Memberships memberships) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "access.not-member";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        var groups = call.Steps("group.remove-member").Select(step => step.Parameter("groupId")).ToList();
        if (groups.Count == 0)
            return OutcomeReading.Missed("No removal from a group was part of the plan.");
        foreach (var group in groups)
        {
            if (await memberships.IsInAsync(call.SubjectId, group, cancellation))
            {
                return await memberships.IsDirectAsync(call.SubjectId, group, cancellation)
                    ? OutcomeReading.Pending("Entra still lists the person as a member of the group.")
                    : OutcomeReading.Pending("The person is still in the group through another group, so the access is still there.");
            }
        }

        return OutcomeReading.Holds("Entra does not list the person as a member of the group any more.");
    }
}
