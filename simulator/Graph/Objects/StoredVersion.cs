namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>An object from some moment on.</summary>
/// <param name="At">From when.</param>
/// <param name="Json">The object; null when it was gone.</param>
internal sealed record StoredVersion(DateTimeOffset At, string? Json);
