namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>A sequence.</summary>
/// <param name="Items">In order.</param>
/// <param name="Line">From 1.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);
