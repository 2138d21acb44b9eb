using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>All files that make a rulebook: the shipped ones, with those of an organisation's own folder in their place or beside them.</summary>
/// <param name="Intents">Files of <c>intents/</c>.</param>
/// <param name="Runbooks">Files of <c>runbooks/</c>.</param>
/// <param name="Policy">Files of <c>policy/</c>.</param>
public sealed record RulebookFiles(IReadOnlyList<ConfigurationFile> Intents, IReadOnlyList<ConfigurationFile> Runbooks, IReadOnlyList<ConfigurationFile> Policy)
{
    private const string RunbooksFolder = "runbooks";
    private const string PolicyFolder = "policy";

    private static readonly string[] Parts = [IntentFiles.Folder, RunbooksFolder, PolicyFolder];

    /// <summary>Reads them; what cannot be read is in the report.</summary>
    public static RulebookFiles Read(RulebookOptions options, ConfigurationReport report)
    {
        var own = OwnDirectory(options, report);
        return new RulebookFiles(
            Read(IntentFiles.Folder, options.IntentsDirectory, own, report, IntentFiles.Examples),
            Read(RunbooksFolder, options.RunbooksDirectory, own, report),
            Read(PolicyFolder, options.PolicyDirectory, own, report));
    }

    private static IReadOnlyList<ConfigurationFile> Read(string part, string shipped, string? own, ConfigurationReport report, string? table = null)
    {
        var files = ConfigurationFolder.Read(shipped, part, report, table: table);
        var folder = own is null ? null : Path.Combine(own, part);
        if (!System.IO.Directory.Exists(folder))
            return files;
        return [.. ConfigurationFolder.Read(folder, part, report, folder, table).UnionBy(files, file => file.Key, StringComparer.Ordinal)];
    }

    // A misspelt part would silently not be in force.
    private static string? OwnDirectory(RulebookOptions options, ConfigurationReport report)
    {
        if (options.OwnDirectory is not { Length: > 0 } own)
            return null;
        if (!System.IO.Directory.Exists(own))
        {
            report.Add(RulebookOptions.OwnSetting, 1, $"The folder '{own}' does not exist.", $"Create it with at least one of: {string.Join(", ", Parts)}.");
            return null;
        }

        var names = System.IO.Directory.EnumerateFileSystemEntries(own).Select(entry => Path.GetFileName(entry)!).ToList();
        foreach (var stranger in names.Where(name => !Parts.Contains(name, StringComparer.Ordinal) && !name.StartsWith('.') && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)))
            report.Add($"{own}/{stranger}", 1, $"An own rulebook has no '{stranger}'.{Nearest.Hint(stranger, Parts)}", $"Use the folders {string.Join(", ", Parts)}; notes end in .md.");
        return own;
    }
}
