using System.Globalization;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>A file of comma-separated values holds a row that cannot be used.</summary>
/// <param name="path">The file.</param>
/// <param name="line">The line on which the row begins, from 1.</param>
/// <param name="what">What is wrong with it, as a sentence.</param>
/// <param name="inner">What found it.</param>
public sealed class MalformedFileException(string path, long line, string what, Exception? inner = null)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {what}"), inner)
{
    /// <summary>From 1.</summary>
    public int Line { get; } = (int)line;

    /// <summary>As a sentence.</summary>
    public string What { get; } = what;
}
