namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>The versions of an object since the first change, oldest first. Older ones are what stale reads show.</summary>
/// <param name="Versions">The versions; never empty.</param>
internal sealed record StoredObject(IReadOnlyList<StoredVersion> Versions);
