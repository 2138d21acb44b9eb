namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>Kinds of objects, as they are named in the store.</summary>
internal static class ObjectKind
{
    public const string User = "graph-users";
    public const string Group = "graph-groups";

    /// <summary>Members of a group: <c>ids</c>.</summary>
    public const string Members = "graph-members";

    public const string Device = "graph-devices";

    /// <summary>Authentication methods of a user: <c>value</c>, and <c>default</c>, the id of the default one.</summary>
    public const string Methods = "graph-methods";

    /// <summary>Temporary access pass of a user. The secret is not kept.</summary>
    public const string Pass = "graph-passes";

    /// <summary>Applications that a person's devices install: <c>value</c>, with name, time and whether it ever comes.</summary>
    public const string Installs = "graph-installs";

    public const string RiskyUser = "graph-risky-users";

    /// <summary>Requests for a second administrator of Intune, by their code.</summary>
    public const string DeviceApproval = "graph-device-approvals";

    /// <summary>Which device actions need a second administrator: <c>actions</c> of the only one.</summary>
    public const string DeviceProtection = "graph-device-protection";

    /// <summary>Sent mail.</summary>
    public const string Mail = "graph-mail";

    /// <summary>Mail that came to the service mailbox.</summary>
    public const string MailboxMail = "graph-mailbox";

    /// <summary>A subscription to changes.</summary>
    public const string Subscription = "graph-subscription";
}
