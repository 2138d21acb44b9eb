using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Simulator.Store;

/// <summary>
/// What the simulated systems remember: records by kind and id, held in memory and, where a file is given, also written to
/// SQLite, so that a killed process finds its tickets again. Values are immutable records; a change is a new value.
/// </summary>
public sealed class SimulatorStore : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, object>> _kinds = new(StringComparer.Ordinal);
    private readonly SqliteConnection? _database;
    private readonly Lock _writing = new();
    private readonly Stack<Action> _undo = new();
    private SqliteTransaction? _transaction;
    private bool _isTogether;

    /// <summary>Opens the store.</summary>
    /// <param name="databasePath">The SQLite file; null = memory only.</param>
    public SimulatorStore(string? databasePath)
    {
        if (databasePath is null)
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(databasePath)) is { } folder)
            Directory.CreateDirectory(folder);
        // For this account only, as the product's own files; SQLite gives its log the same rights.
        var file = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(databasePath, file).Dispose();
        _database = new SqliteConnection($"Data Source={databasePath};Pooling=False");
        _database.Open();
        // A stand-in survives its process, not a power cut: no flush per write.
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; CREATE TABLE IF NOT EXISTS records(kind TEXT, id TEXT, json TEXT, PRIMARY KEY(kind, id)) WITHOUT ROWID;");
    }

    /// <summary>The value under a key, or null.</summary>
    public T? Get<T>(string kind, string id)
        where T : class => Kind<T>(kind).TryGetValue(id, out var value) ? (T)value : null;

    /// <summary>All values of a kind, in no order.</summary>
    public IReadOnlyList<T> All<T>(string kind)
        where T : class => [.. Kind<T>(kind).Values.Cast<T>()];

    /// <summary>All ids of a kind, in no order.</summary>
    public IReadOnlyList<string> Ids<T>(string kind)
        where T : class => [.. Kind<T>(kind).Keys];

    /// <summary>How many values of a kind there are.</summary>
    public int Count<T>(string kind)
        where T : class => Kind<T>(kind).Count;

    /// <summary>Adds or replaces a value.</summary>
    public void Put<T>(string kind, string id, T value)
        where T : class
    {
        lock (_writing)
        {
            var values = Kind<T>(kind);
            Remember(values, id);
            Write(kind, id, JsonSerializer.Serialize(value));
            values[id] = value;
        }
    }

    /// <summary>Changes a value while nobody else does; null when there is none.</summary>
    public T? Update<T>(string kind, string id, Func<T, T> change)
        where T : class
    {
        lock (_writing)
        {
            if (Get<T>(kind, id) is not { } before)
                return null;
            var after = change(before);
            Put(kind, id, after);
            return after;
        }
    }

    /// <summary>Removes a value.</summary>
    /// <returns>False when there was none.</returns>
    public bool Remove<T>(string kind, string id)
        where T : class
    {
        lock (_writing)
        {
            var values = Kind<T>(kind);
            Remember(values, id);
            Execute("DELETE FROM records WHERE kind = $kind AND id = $id", kind, id);
            return values.TryRemove(id, out _);
        }
    }

    /// <summary>
    /// Does several changes as one: nobody else changes anything meanwhile, and the file has all of them or none, also when the
    /// process is killed. Inside another such call it is part of that one.
    /// </summary>
    /// <param name="changes">Reads and changes values; when it throws, nothing is changed.</param>
    public T Together<T>(Func<T> changes)
    {
        lock (_writing)
        {
            if (_isTogether)
                return changes();
            _isTogether = true;
            try
            {
                var result = changes();
                _transaction?.Commit();
                return result;
            }
            catch
            {
                while (_undo.TryPop(out var undo))
                    undo();
                throw;
            }
            finally
            {
                // One that was not committed is rolled back by this.
                _transaction?.Dispose();
                _transaction = null;
                _undo.Clear();
                _isTogether = false;
            }
        }
    }

    /// <summary>Does several changes as one, as above.</summary>
    public void Together(Action changes) => Together(() =>
    {
        changes();
        return true;
    });

    /// <inheritdoc />
    public void Dispose() => _database?.Dispose();

    private ConcurrentDictionary<string, object> Kind<T>(string kind)
        where T : class
    {
        if (_kinds.TryGetValue(kind, out var known))
            return known;
        lock (_writing)
            return _kinds.GetOrAdd(kind, Load<T>);
    }

    private ConcurrentDictionary<string, object> Load<T>(string kind)
        where T : class
    {
        var values = new ConcurrentDictionary<string, object>(StringComparer.Ordinal);
        if (_database is null)
            return values;
        using var command = _database.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = "SELECT id, json FROM records WHERE kind = $kind";
        command.Parameters.AddWithValue("$kind", kind);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            values[reader.GetString(0)] = JsonSerializer.Deserialize<T>(reader.GetString(1))!;
        return values;
    }

    private void Remember(ConcurrentDictionary<string, object> values, string id)
    {
        if (!_isTogether)
            return;
        // A read-only call never gets here, and so never opens a transaction.
        _transaction ??= _database?.BeginTransaction();
        if (values.TryGetValue(id, out var before))
            _undo.Push(() => values[id] = before);
        else
            _undo.Push(() => values.TryRemove(id, out _));
    }

    private void Write(string kind, string id, string json) =>
        Execute("INSERT INTO records(kind, id, json) VALUES($kind, $id, $json) ON CONFLICT(kind, id) DO UPDATE SET json = excluded.json", kind, id, json);

    private void Execute(string sql, string? kind = null, string? id = null, string? json = null)
    {
        if (_database is null)
            return;
        using var command = _database.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        if (kind is not null)
            command.Parameters.AddWithValue("$kind", kind);
        if (id is not null)
            command.Parameters.AddWithValue("$id", id);
        if (json is not null)
            command.Parameters.AddWithValue("$json", json);
        command.ExecuteNonQuery();
    }
}
