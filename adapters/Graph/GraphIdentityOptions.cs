namespace HelpDesk.Adapters.Graph;

/// <summary>Client ids of the managed identities that change things: all three or none. None: the one of <c>Graph:ClientId</c> does all.</summary>
public sealed class GraphIdentityOptions
{
    /// <summary>Changes accounts, sessions, groups and licences. Setting <c>Graph:Identities:IdentityWrites</c>.</summary>
    public string? IdentityWrites { get; set; }

    /// <summary>Changes sign-in methods and makes passes. Setting <c>Graph:Identities:CredentialWrites</c>.</summary>
    public string? CredentialWrites { get; set; }

    /// <summary>Acts on devices. Setting <c>Graph:Identities:DeviceActions</c>.</summary>
    public string? DeviceActions { get; set; }

    /// <summary>All of them that are set.</summary>
    internal IEnumerable<string> Given => new[] { IdentityWrites, CredentialWrites, DeviceActions }.Where(id => !string.IsNullOrEmpty(id)).Select(id => id!);

    /// <summary>The client id of one; null when it is not set.</summary>
    internal string? Of(GraphIdentity identity) => identity switch
    {
        GraphIdentity.IdentityWrites => IdentityWrites,
        GraphIdentity.CredentialWrites => CredentialWrites,
        GraphIdentity.DeviceActions => DeviceActions,
        _ => null,
    };
}
