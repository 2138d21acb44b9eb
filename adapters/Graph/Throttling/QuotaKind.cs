namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What a limit counts.</summary>
internal enum QuotaKind
{
    /// <summary>Resource units: each request costs some.</summary>
    Units,

    /// <summary>Requests that change something.</summary>
    Writes,

    /// <summary>Requests of any kind.</summary>
    Requests,
}
