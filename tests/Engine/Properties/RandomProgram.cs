namespace HelpDesk.Engine.Tests.Properties;

/// <summary>A random workflow: what the engine is given to run.</summary>
/// <param name="Path">Its place in the whole; makes every effect's value unique.</param>
/// <param name="Generations">How often it continues as new before it ends.</param>
/// <param name="Steps">Its steps.</param>
public sealed record RandomProgram(string Path, int Generations, IReadOnlyList<Op> Steps);
