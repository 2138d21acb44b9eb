namespace HelpDesk.Orchestrations.Remediation;

/// <summary>
/// The highest directory role that the person concerned may hold for a remediation to make sense at all. Policy is stricter and
/// refuses whoever holds any role (<see cref="Policy.Invariants.PrivilegedAccountsAreNeverRemediatedAutomatically"/>); this says
/// what stays true if somebody ever loosened that.
/// </summary>
public enum RoleCeiling
{
    /// <summary>No directory role at all: it opens, takes over or closes an account, so it would be a way to a role.</summary>
    NoDirectoryRole,

    /// <summary>Any role that is not privileged: it changes nothing about who can sign in as whom.</summary>
    NotPrivileged,
}
