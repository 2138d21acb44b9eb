namespace HelpDesk.Engine.Tests.Harness;

/// <summary>A folder for one test's database, removed afterwards.</summary>
public sealed class EngineFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-engine-");

    public string Database => Path.Combine(_folder.FullName, "engine.db");

    public MemoryLog Log { get; } = new();

    public void Dispose()
    {
        Log.Dispose();
        _folder.Delete(recursive: true);
    }
}
