namespace HelpDesk.Engine.Tests.Properties;

/// <summary>When the power is cut in one engine's life.</summary>
/// <param name="Commit">At which of its commits, from 1.</param>
/// <param name="After">True for just after the commit, false for just before.</param>
public sealed record CutAt(int Commit, bool After);
