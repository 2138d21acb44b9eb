namespace HelpDesk.Bench;

/// <summary>What the command line asks for: <c>[scenario ...] [--data FOLDER]</c>.</summary>
/// <param name="Scenarios">Names of scenarios; none means all.</param>
/// <param name="Data">The folder with test data; null when there is none.</param>
internal sealed record BenchArguments(string[] Scenarios, string? Data)
{
    private const string DataOption = "--data";

    /// <summary>Reads it. Without <c>--data</c> the folder is <c>shared/data</c> beside the repository, where that exists.</summary>
    public static BenchArguments Read(string[] arguments)
    {
        var at = Array.IndexOf(arguments, DataOption);
        return at < 0 || at + 1 == arguments.Length
            ? new BenchArguments(arguments, BesideTheRepository())
            : new BenchArguments([.. arguments[..at], .. arguments[(at + 2)..]], Path.GetFullPath(arguments[at + 1]));
    }

    // However deep the working folder is in it.
    private static string? BesideTheRepository()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }
}
