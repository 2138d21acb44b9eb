namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>A node of a strictly read YAML file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
public abstract record YamlNode(int Line);
