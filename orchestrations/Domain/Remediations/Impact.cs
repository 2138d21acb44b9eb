namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>How much a remediation may hurt when it is wrong.</summary>
public enum Impact
{
    /// <summary>Nobody loses anything (sync a device, re-enable what was on).</summary>
    Low,

    /// <summary>Somebody is interrupted or gains a little (sessions revoked, restart, add to an approved group).</summary>
    Medium,

    /// <summary>Somebody loses access, data or a proof of identity, or gains a credential. Always needs approval.</summary>
    High,
}
