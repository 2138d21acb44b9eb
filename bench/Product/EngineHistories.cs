using Microsoft.Data.Sqlite;

namespace HelpDesk.Bench.Product;

/// <summary>What the embedded engine wrote, read beside it from its database.</summary>
internal sealed class EngineHistories(string folder)
{
    // Everything that a history carries: input and result of each workflow, and each line of what happened to it.
    private const string Payloads = """
        SELECT workflow, 'input' AS what, length(CAST(input AS BLOB)) AS bytes FROM instances
        UNION ALL SELECT workflow, 'output', length(CAST(output AS BLOB)) FROM instances WHERE output IS NOT NULL
        UNION ALL SELECT i.workflow, coalesce(h.name, 'line'), length(CAST(h.payload AS BLOB)) FROM history h JOIN instances i ON i.row = h.instance WHERE h.payload IS NOT NULL
        ORDER BY bytes DESC LIMIT 1
        """;

    private const string Lines = """
        SELECT i.workflow, '', count(*) AS lines FROM history h JOIN instances i ON i.row = h.instance GROUP BY h.instance ORDER BY lines DESC LIMIT 1
        """;

    /// <summary>How many instances of a workflow have finished.</summary>
    public long Finished(string workflow) => Read("SELECT '', '', count(*) FROM instances WHERE workflow=$name AND finished_at IS NOT NULL", workflow).Count;

    /// <summary>How many instances of a workflow go on with a status.</summary>
    public long WithStatus(string workflow, string status)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM instances WHERE workflow=$name AND finished_at IS NULL AND status=$status";
        command.Parameters.AddWithValue("$name", workflow);
        command.Parameters.AddWithValue("$status", status);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Ids of the instances of a workflow that go on with a status, the oldest first.</summary>
    public List<string> InstancesWithStatus(string workflow, string status)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM instances WHERE workflow=$name AND finished_at IS NULL AND status=$status ORDER BY row";
        command.Parameters.AddWithValue("$name", workflow);
        command.Parameters.AddWithValue("$status", status);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }

    /// <summary>When an instance finished, UTC; null while it has not.</summary>
    public DateTimeOffset? FinishedAt(string instance)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT finished_at FROM instances WHERE id=$id";
        command.Parameters.AddWithValue("$id", instance);
        return command.ExecuteScalar() is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>The result of a finished instance as JSON; null while it has not finished.</summary>
    public string? ResultOf(string instance)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT output FROM instances WHERE id=$id AND finished_at IS NOT NULL";
        command.Parameters.AddWithValue("$id", instance);
        return command.ExecuteScalar() as string;
    }

    /// <summary>How many of some instances have finished.</summary>
    /// <param name="instances">Their ids as a JSON array.</param>
    public long FinishedOf(string instances) => Count("SELECT count(*) FROM json_each($ids) one JOIN instances i ON i.id=one.value WHERE i.finished_at IS NOT NULL", instances, 0);

    /// <summary>How many of some instances wait for a moment after another one.</summary>
    /// <param name="instances">Their ids as a JSON array.</param>
    /// <param name="after">The other moment.</param>
    public long WaitBeyond(string instances, DateTimeOffset after) =>
        Count("SELECT count(DISTINCT i.row) FROM json_each($ids) one JOIN instances i ON i.id=one.value JOIN timers t ON t.instance=i.row WHERE t.due_at>$value", instances, after.UtcTicks);

    /// <summary>How often an instance got the result of an activity.</summary>
    public long ResultsOf(string instance, string activity)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM instances i JOIN history s ON s.instance=i.row AND s.name=$name AND s.kind=20 JOIN history c ON c.instance=i.row AND c.step=s.step AND c.kind=1 WHERE i.id=$id";
        command.Parameters.AddWithValue("$id", instance);
        command.Parameters.AddWithValue("$name", activity);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The largest payload in bytes, with the workflow that carries it and what it is.</summary>
    public (string Workflow, string What, long Count) LargestPayload() => Read(Payloads, null);

    /// <summary>Lines of the longest history, with its workflow.</summary>
    public (string Workflow, string What, long Count) LongestHistory() => Read(Lines, null);

    private long Count(string query, string instances, long value)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$ids", instances);
        command.Parameters.AddWithValue("$value", value);
        return (long)command.ExecuteScalar()!;
    }

    private (string Workflow, string What, long Count) Read(string query, string? name)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        if (name is not null)
            command.Parameters.AddWithValue("$name", name);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetString(1), reader.GetInt64(2)) : throw new InvalidOperationException("The engine's database holds no history.");
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "engine.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
