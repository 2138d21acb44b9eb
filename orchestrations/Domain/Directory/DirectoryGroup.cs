namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>A group, as far as a list of its members needs to name it.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Name">Display name. Untrusted text.</param>
public sealed record DirectoryGroup(string Id, string Name);
