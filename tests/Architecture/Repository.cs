namespace HelpDesk.Architecture.Tests;

/// <summary>The repository these tests were built from.</summary>
public static class Repository
{
    private static readonly string[] Rooms = ["orchestrations", "adapters", "web", "functions", "local", "simulator", "tests", "bench"];

    private static readonly string[] Kinds = [".cs", ".razor", ".csproj"];

    /// <summary>All source and project files of all rooms.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = Read();

    /// <summary>Its folder.</summary>
    public static string Folder => Root();

    private static List<SourceFile> Read()
    {
        var root = Root();
        return
        [
            .. from room in Rooms
               where Directory.Exists(Path.Combine(root, room))
               from file in Directory.EnumerateFiles(Path.Combine(root, room), "*", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(root, file).Replace('\\', '/')
               where Kinds.Contains(Path.GetExtension(file)) && !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/node_modules/")
               orderby path
               select new SourceFile(path, File.ReadAllText(file)),
        ];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("HelpDesk.Local.slnf was not found above the tests.");
    }
}
