namespace HelpDesk.Orchestrations.Foundation.Configuration;

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
