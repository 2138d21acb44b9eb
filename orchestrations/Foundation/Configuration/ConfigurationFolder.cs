using System.Security.Cryptography;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Reads the YAML files of one folder.</summary>
public static class ConfigurationFolder
{
    /// <summary>Largest file, in bytes. Chosen because the largest shipped file has about 6 KiB and a person must be able to read one.</summary>
    public const int MaxFileBytes = 64 * 1024;

    /// <summary>Most files in a folder.</summary>
    public const int MaxFiles = 500;

    /// <summary>All <c>*.yaml</c> files of a folder, by name. Anything else but <c>*.md</c> is a fault: nobody shall believe it is in force.</summary>
    /// <param name="directory">Where the folder lies.</param>
    /// <param name="shownAs">How the report names it: <c>runbooks</c>, <c>policy</c>.</param>
    /// <param name="report">Takes the faults.</param>
    public static IReadOnlyList<ConfigurationFile> Read(string directory, string shownAs, ConfigurationReport report)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            report.Add(shownAs, 1, $"The folder '{directory}' does not exist.", $"Create it or point the setting for '{shownAs}' to it.");
            return [];
        }

        var paths = System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Take(MaxFiles + 1).Order(StringComparer.Ordinal).ToList();
        if (paths.Count > MaxFiles)
        {
            report.Add(shownAs, 1, $"The folder holds more than {MaxFiles} files.", "Keep only runbook or policy files in it.");
            return [];
        }

        var files = new List<ConfigurationFile>();
        foreach (var path in paths)
        {
            var name = $"{shownAs}/{Path.GetRelativePath(directory, path).Replace('\\', '/')}";
            if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!path.EndsWith(".yaml", StringComparison.Ordinal))
                report.Add(name, 1, "Only files that end in .yaml are loaded.", "Rename it to .yaml, or move it elsewhere.");
            else if (new FileInfo(path).Length > MaxFileBytes)
                report.Add(name, 1, $"The file is larger than {MaxFileBytes / 1024} KiB.", "Split it.");
            else
                files.Add(new ConfigurationFile(name, File.ReadAllBytes(path)));
        }

        return files;
    }
}

/// <summary>A file as it was read, with the hash that plans and verdicts carry.</summary>
/// <param name="Name">As people name it: folder and file, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ConfigurationFile(string Name, byte[] Content)
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
