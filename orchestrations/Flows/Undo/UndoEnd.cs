namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>How an undo ended.</summary>
/// <param name="IsUndone">True when every step is back and was read back.</param>
/// <param name="Why">Why not; null when it is.</param>
public sealed record UndoEnd(bool IsUndone, string? Why);
