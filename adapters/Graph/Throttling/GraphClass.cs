namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Classes of requests that Graph limits apart from each other (contracts: graph-throttling).</summary>
internal enum GraphClass
{
    /// <summary>Users, groups, licences, roles; sign-in methods, passes and LAPS too, which no other class names.</summary>
    Identity,

    /// <summary>Managed devices and their actions.</summary>
    Intune,

    /// <summary>Users at risk and conditional access: its 429 never says when to come back.</summary>
    IdentityProtection,

    /// <summary>Logs of sign-ins and of changes.</summary>
    Reporting,

    /// <summary>Reads of <c>signInActivity</c>, wherever they are asked for.</summary>
    SignInActivity,

    /// <summary>Mail.</summary>
    Outlook,
}
