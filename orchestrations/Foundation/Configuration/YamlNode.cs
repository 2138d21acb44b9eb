namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>A node of a strictly read YAML file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
public abstract record YamlNode(int Line);

/// <summary>A sequence.</summary>
/// <param name="Items">In order.</param>
/// <param name="Line">From 1.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>A mapping with unique text keys.</summary>
/// <param name="Entries">In the order of the file.</param>
/// <param name="Line">From 1.</param>
public sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries, int Line) : YamlNode(Line)
{
    /// <summary>The node under a key, or null.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                return entry.Value;
        }

        return null;
    }
}

/// <summary>A scalar. Always text: what it means is decided by who reads it, so that <c>no</c> and <c>0123</c> stay what was written.</summary>
/// <param name="Value">As written.</param>
/// <param name="Line">From 1.</param>
public sealed record YamlText(string Value, int Line) : YamlNode(Line);
