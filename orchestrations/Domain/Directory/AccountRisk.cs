namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>What Entra ID Protection holds against an account, from nothing to certainty.</summary>
public enum AccountRisk
{
    /// <summary>Nobody can know: it is not read, or the organisation has no licence to see it.</summary>
    Unknown,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>A low risk.</summary>
    Low,

    /// <summary>A medium risk.</summary>
    Medium,

    /// <summary>A high risk.</summary>
    High,

    /// <summary>An administrator confirmed that somebody else uses the account.</summary>
    Confirmed,
}
