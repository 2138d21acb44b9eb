using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What a role ceiling lets through.</summary>
public static class RoleCeilings
{
    /// <summary>True when somebody who holds the role may be remediated under the ceiling. A role that is not known is above every ceiling, and so is every role above a ceiling that is not known.</summary>
    public static bool Covers(this RoleCeiling ceiling, HeldRole role) => ceiling == RoleCeiling.NotPrivileged && BuiltInRoles.IsNotPrivileged(role);

    /// <summary>Whom the ceiling lets through, for people: "people without ...".</summary>
    public static string Words(this RoleCeiling ceiling) => ceiling switch
    {
        RoleCeiling.NoDirectoryRole => "people without any directory role",
        RoleCeiling.NotPrivileged => "people without a privileged directory role",
        _ => "no one (its role ceiling is not known)",
    };
}

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
