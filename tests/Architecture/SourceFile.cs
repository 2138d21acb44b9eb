namespace HelpDesk.Architecture.Tests;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The first folder: the room.</summary>
    public string Room => Path.Split('/')[0];
}
