namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>Who is to be told.</summary>
/// <param name="ManagerId">Object id of the manager; null when the directory names none.</param>
internal sealed record ManagerState(string? ManagerId);
