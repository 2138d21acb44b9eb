using System.Security.Cryptography;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Reads the YAML files of one folder.</summary>
public static class ConfigurationFolder
{
    /// <summary>Largest file, in bytes. Chosen because the largest shipped file has about 6 KiB and a person must be able to read one.</summary>
    public const int MaxFileBytes = 64 * 1024;

    /// <summary>Most files in a folder.</summary>
    public const int MaxFiles = 500;

    /// <summary>Largest table of examples, in bytes. Chosen because the largest shipped one has about 35 KiB.</summary>
    public const int MaxTableBytes = 1024 * 1024;

    /// <summary>All <c>*.yaml</c> files of a folder, by name. Anything else but <c>*.md</c> is an error: nobody shall believe it is in force.</summary>
    /// <param name="directory">Where the folder lies.</param>
    /// <param name="key">What the folder is to the product: <c>intents</c>, <c>runbooks</c>, <c>policy</c>.</param>
    /// <param name="report">Takes the errors.</param>
    /// <param name="shownAs">How the report names it; null = by its key.</param>
    /// <param name="table">Name of a file that may be in it besides, such as <c>examples.csv</c>; null = none.</param>
    public static IReadOnlyList<ConfigurationFile> Read(string directory, string key, ConfigurationReport report, string? shownAs = null, string? table = null)
    {
        shownAs ??= key;
        if (!System.IO.Directory.Exists(directory))
        {
            report.Add(shownAs, 1, $"The folder '{directory}' does not exist.", $"Create it or point the setting for '{key}' to it.");
            return [];
        }

        var paths = System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Take(MaxFiles + 1).Order(StringComparer.Ordinal).ToList();
        if (paths.Count > MaxFiles)
        {
            report.Add(shownAs, 1, $"The folder holds more than {MaxFiles} files.", $"Keep only files of {key} in it.");
            return [];
        }

        var files = new List<ConfigurationFile>();
        foreach (var path in paths)
        {
            var relative = Path.GetRelativePath(directory, path).Replace('\\', '/');
            var name = $"{shownAs}/{relative}";
            if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                continue;
            var isTable = table is not null && Path.GetFileName(path) == table;
            var most = isTable ? MaxTableBytes : MaxFileBytes;
            if (!isTable && !path.EndsWith(".yaml", StringComparison.Ordinal))
                report.Add(name, 1, table is null ? "Only files that end in .yaml are loaded." : $"Only files that end in .yaml and {table} are loaded.", "Rename it to .yaml, or move it elsewhere.");
            else if (new FileInfo(path).Length > most)
                report.Add(name, 1, $"The file is larger than {most / 1024} KiB.", "Split it.");
            else
                files.Add(new ConfigurationFile(name, File.ReadAllBytes(path)) { Key = $"{key}/{relative}", Path = path });
        }

        return files;
    }
}

/// <summary>A file as it was read, with the hash that plans and verdicts carry.</summary>
/// <param name="Name">As people name it: folder and file, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ConfigurationFile(string Name, byte[] Content)
{
    /// <summary>What the file is to the product, wherever it lies: <c>policy/modes.yaml</c>. Of two files with the same key one replaces the other.</summary>
    public string Key { get; init; } = Name;

    /// <summary>Where it lies; equal to its name when it was not read from a folder.</summary>
    public string Path { get; init; } = Name;

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
