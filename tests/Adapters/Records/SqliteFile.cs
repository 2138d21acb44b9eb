using HelpDesk.Adapters.Sqlite;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>A folder with one test's database, removed afterwards.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-records-");

    public string Database => Path.Combine(_folder.FullName, "deeper", "records.db");

    public SqliteRecordStore Open(Action<SqliteOptions>? configure = null)
    {
        var options = new SqliteOptions { DatabasePath = Database };
        configure?.Invoke(options);
        return new SqliteRecordStore(options);
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement beside the store.</summary>
    public object? Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
