namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>
/// The highest directory role that the person concerned may hold for a remediation to be done at all: read by
/// <see cref="HelpDesk.Orchestrations.Stages.Policy.Invariants.NobodyAboveTheRoleCeilingIsRemediated"/>. Policy is stricter today and refuses whoever holds any role
/// (<see cref="HelpDesk.Orchestrations.Stages.Policy.Invariants.PrivilegedAccountsAreNeverRemediatedAutomatically"/>); the ceiling holds by itself, should that ever be
/// loosened (docs/decisions/0031).
/// </summary>
public enum RoleCeiling
{
    /// <summary>No directory role at all: it opens, takes over or closes an account, so it would be a way to a role.</summary>
    NoDirectoryRole,

    /// <summary>Any role that is known not to be privileged: it changes nothing about who can sign in as whom.</summary>
    NotPrivileged,
}
