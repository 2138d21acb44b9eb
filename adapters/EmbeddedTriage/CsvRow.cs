namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>One row of a file of comma-separated values.</summary>
/// <param name="Line">The line of the file on which it begins; the first is 1.</param>
/// <param name="Fields">Its fields, without the quotes around them.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Fields);
