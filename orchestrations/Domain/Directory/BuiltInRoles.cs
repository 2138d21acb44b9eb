namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>Built-in roles of Entra that are told apart or called by their names here, by template id.</summary>
public static class BuiltInRoles
{
    // Exactly those whose holders a Helpdesk Administrator may reset, other password and help-desk administrators left out
    // (Microsoft Learn, "Who can reset passwords"). A role that Microsoft adds is privileged until somebody reads about it.
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        ["88d8e3e3-8f55-4a1e-953a-9b9898b8876b"] = "Directory Readers",
        ["95e79109-95c0-4d8e-aee3-d01accf2d47b"] = "Guest Inviter",
        ["790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b"] = "Message Center Reader",
        ["4a5d8f65-41da-4de4-8968-e035b65339cf"] = "Reports Reader",
        ["75934031-6c7e-415a-99d7-48dbd49e875e"] = "Usage Summary Reports Reader",
    };

    // Only for words: whatever is not harmless counts as privileged, named here or not.
    private static readonly Dictionary<string, string> Privileged = new(StringComparer.OrdinalIgnoreCase)
    {
        ["62e90394-69f5-4237-9190-012177145e10"] = "Global Administrator",
        ["e8611ab8-c189-46e8-94e1-60213ab1f814"] = "Privileged Role Administrator",
        ["7be44c8a-adaf-4e2a-84d6-ab2649e08a13"] = "Privileged Authentication Administrator",
        ["fe930be7-5e62-47db-91af-98c3a49a38b1"] = "User Administrator",
        ["729827e3-9c14-49f7-bb1b-9608f156bbb8"] = "Helpdesk Administrator",
        ["c4e39bd9-1100-46d3-8c65-fb160da0071f"] = "Authentication Administrator",
        ["fdd7a751-b60b-444a-984c-02652fe8fa1c"] = "Groups Administrator",
        ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"] = "Application Administrator",
        ["f2ef992c-3afb-46b9-b7cf-a126ee74c451"] = "Global Reader",
    };

    /// <summary>True when a role is known not to be privileged; false for every other one, unknown ones too.</summary>
    public static bool IsNotPrivileged(HeldRole role) => role.TemplateId is { } id && Harmless.ContainsKey(id);

    /// <summary>The name of a role by its template or definition id; one that is not named here is called by its id.</summary>
    public static string NameOf(string templateId) =>
        Harmless.GetValueOrDefault(templateId) ?? Privileged.GetValueOrDefault(templateId) ?? $"the role {templateId}";
}

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

    /// <summary>Stands for a role-assignable group that the account may join or own at any time (Privileged Identity Management).</summary>
    public static HeldRole OfEligibleGroup { get; } = new(null, "eligibility for a role-assignable group");

    /// <summary>A role that the account may activate at any time: it counts as held, and is privileged whatever the role.</summary>
    public static HeldRole Eligible(string templateId) => new(null, $"eligibility for {BuiltInRoles.NameOf(templateId)}");
}
