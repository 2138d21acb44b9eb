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
        _ => "nobody (its role ceiling is not known)",
    };
}
