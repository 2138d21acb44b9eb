namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Permissions of which one step needs only the one that a parameter chooses: to delete a phone number nobody needs the right to delete security keys.</summary>
/// <param name="Parameter">The parameter that chooses.</param>
/// <param name="ByValue">The permission of each value.</param>
public sealed record PermissionChoice(string Parameter, IReadOnlyDictionary<string, string> ByValue);
