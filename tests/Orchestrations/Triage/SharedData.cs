using System.Text.Json;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>Test data that lies beside the repository, not in it: <c>shared/data</c> in a folder above. Absent on most machines.</summary>
internal static class SharedData
{
    public static IReadOnlyList<JsonElement> Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(file))
                return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];
        }

        return [];
    }
}
