namespace HelpDesk.Orchestrations.Domain.Policy.Access;

/// <summary>What an entry of the access catalogue gives.</summary>
public enum AccessKind
{
    /// <summary>Membership of a group, which gives an application or a share.</summary>
    Application,

    /// <summary>A licence.</summary>
    Licence,
}
