using Microsoft.Data.Sqlite;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>A folder for one test's database, removed afterwards.</summary>
public sealed class EngineFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-engine-");

    public string Database => InFolder("engine.db");

    public MemoryLog Log { get; } = new();

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>A number out of the database, beside the engine.</summary>
    public long Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Log.Dispose();
        _folder.Delete(recursive: true);
    }
}
