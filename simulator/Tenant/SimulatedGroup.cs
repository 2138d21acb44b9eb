namespace HelpDesk.Simulator.Tenant;

/// <summary>A group of the simulated organisation and who is in it at the start.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Name">Name as shown.</param>
/// <param name="Members">Object ids of the members at the start: people and groups.</param>
public sealed record SimulatedGroup(string Id, string Name, IReadOnlyList<string> Members)
{
    /// <summary>True when its members follow from a rule. Default false.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>True when it may hold a directory role. Default false.</summary>
    public bool IsRoleAssignable { get; init; }

    /// <summary>True when Active Directory on premises owns it. Default false.</summary>
    public bool IsSynced { get; init; }

    /// <summary>True when it is a mail-enabled security group. Default false.</summary>
    public bool IsMailEnabled { get; init; }
}
