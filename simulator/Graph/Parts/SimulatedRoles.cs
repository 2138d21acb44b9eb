using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Who holds which directory role.</summary>
internal sealed class SimulatedRoles(SimulatedTenant tenant, Membership membership)
{
    /// <summary>All assignments.</summary>
    public IReadOnlyList<SimulatedRole> All => tenant.Roles;

    /// <summary>The roles of a principal, through groups too.</summary>
    public IReadOnlyList<SimulatedRole> Of(string principalId)
    {
        var groups = membership.GroupsOf(principalId, isTransitive: true, TimeSpan.Zero);
        return [.. tenant.Roles.Where(role => string.Equals(role.PrincipalId, principalId, StringComparison.OrdinalIgnoreCase) || groups.Contains(role.PrincipalId, StringComparer.OrdinalIgnoreCase))];
    }
}
