namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>A directory role that an account holds, by itself or through a group.</summary>
/// <param name="TemplateId">Id of a built-in role's template or of a custom role's definition; null when it is not known which role it is.</param>
/// <param name="Name">As people read it; of a custom role untrusted text.</param>
public sealed record HeldRole(string? TemplateId, string Name)
{
    /// <summary>Stands for whatever could not be read.</summary>
    public static HeldRole Unknown { get; } = new(null, "perhaps a role, which cannot be read");

    /// <summary>
    /// Stands for membership in a group that may be given roles: Entra protects such a member like an administrator, whether or not the
    /// group holds a role now (Microsoft Learn, "Who can perform sensitive actions").
    /// </summary>
    public static HeldRole OfRoleAssignableGroup { get; } = new(null, "membership in a role-assignable group");
}
