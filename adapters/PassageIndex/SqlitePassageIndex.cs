using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.PassageIndex;

/// <summary>
/// BM25 by the full-text tables of SQLite (FTS5), in memory of this process: the articles themselves are in the record store, from which the
/// index is built at each start. One connection, one call at a time.
/// </summary>
public sealed class SqlitePassageIndex : IPassageIndex, IDisposable
{
    // Title, labels, lead, headings, body. Chosen because a title says what an article is about, and a body mentions much else.
    private const string Weights = "4.0, 2.5, 2.5, 1.5, 1.0";

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    /// <summary>An empty index.</summary>
    public SqlitePassageIndex()
    {
        _connection.Open();
        Run("CREATE VIRTUAL TABLE passage USING fts5(article UNINDEXED, part UNINDEXED, title, tags, lead, headings, body, tokenize = \"unicode61 remove_diacritics 0\")");
        Run("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(passage, row)");
        Run("CREATE TABLE place (article TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (article, row)) WITHOUT ROWID");
    }

    /// <inheritdoc />
    public int Count
    {
        get
        {
            lock (_lock)
                return (int)(long)Scalar("SELECT count(*) FROM place")!;
        }
    }

    /// <inheritdoc />
    public void Put(string articleKey, IReadOnlyList<PassageTerms> passages)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            Delete(articleKey);
            foreach (var passage in passages)
            {
                Run(
                    "INSERT INTO passage (article, part, title, tags, lead, headings, body) VALUES ($0, $1, $2, $3, $4, $5, $6)",
                    articleKey, passage.Part, passage.Title, passage.Tags, passage.Lead, passage.Headings, passage.Body);
                Run("INSERT INTO place (article, row) VALUES ($0, last_insert_rowid())", articleKey);
            }

            transaction.Commit();
        }
    }

    /// <inheritdoc />
    public void Remove(string articleKey)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            Delete(articleKey);
            transaction.Commit();
        }
    }

    /// <inheritdoc />
    public int Commonness(string term)
    {
        lock (_lock)
            return (int)((long?)Scalar("SELECT doc FROM vocabulary WHERE term = $0", term) ?? 0);
    }

    /// <inheritdoc />
    public IReadOnlyList<(string Term, int Passages)> Beginning(string beginning)
    {
        lock (_lock)
        {
            using var command = Command("SELECT term, doc FROM vocabulary WHERE term >= $0 AND term < $1", beginning, beginning + "\uffff");
            using var reader = command.ExecuteReader();
            var terms = new List<(string, int)>();
            while (reader.Read())
                terms.Add((reader.GetString(0), reader.GetInt32(1)));
            return terms;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<PassageHit> Search(IReadOnlyCollection<string> terms, int most, Func<string, bool> mayUse)
    {
        if (terms.Count == 0 || most <= 0)
            return [];
        var match = new StringBuilder();
        foreach (var term in terms)
            match.Append(match.Length > 0 ? " OR " : "").Append('"').Append(term.Replace("\"", "", StringComparison.Ordinal)).Append('"');
        lock (_lock)
        {
            using var command = Command($"SELECT rowid, bm25(passage, 0, 0, {Weights}) AS score FROM passage WHERE passage MATCH $0 ORDER BY score", match.ToString());
            var hits = new List<PassageHit>();
            var allowed = new Dictionary<string, bool>(StringComparer.Ordinal);
            using var reader = command.ExecuteReader();
            while (hits.Count < most && reader.Read())
            {
                using var row = Command("SELECT article, part, title, tags, lead, headings, body FROM passage WHERE rowid = $0", reader.GetInt64(0));
                using var passage = row.ExecuteReader();
                passage.Read();
                var article = passage.GetString(0);
                if (!allowed.TryGetValue(article, out var may))
                    allowed[article] = may = mayUse(article);
                if (may)
                    hits.Add(new PassageHit(article, -reader.GetDouble(1), new PassageTerms(passage.GetInt32(1), passage.GetString(2), passage.GetString(3), passage.GetString(4), passage.GetString(5), passage.GetString(6))));
            }

            return hits;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private void Delete(string articleKey)
    {
        Run("DELETE FROM passage WHERE rowid IN (SELECT row FROM place WHERE article = $0)", articleKey);
        Run("DELETE FROM place WHERE article = $0", articleKey);
    }

    private void Run(string text, params object[] values)
    {
        using var command = Command(text, values);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string text, params object[] values)
    {
        using var command = Command(text, values);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string text, params object[] values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file only; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue($"${at}", values[at]);
        return command;
    }
}
