namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>A scalar. Always text: what it means is decided by who reads it, so that <c>no</c> and <c>0123</c> stay what was written.</summary>
/// <param name="Value">As written.</param>
/// <param name="Line">From 1.</param>
public sealed record YamlText(string Value, int Line) : YamlNode(Line);
