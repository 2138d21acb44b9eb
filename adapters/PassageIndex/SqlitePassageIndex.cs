using System.IO.Compression;
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

    // Stands between fields; no term has it.
    private const char Between = '\u001f';

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    // In how many passages a term is. The table's own vocabulary reads all of a term's list to count it.
    private readonly Dictionary<string, int> _common = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byStart = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>An empty index.</summary>
    public SqlitePassageIndex()
    {
        _connection.Open();
        // The index keeps no text of its own: the terms are beside it once, compressed.
        Run("CREATE VIRTUAL TABLE passage USING fts5(title, tags, lead, headings, body, content = '', contentless_delete = 1, tokenize = \"unicode61 remove_diacritics 0\")");
        Run("CREATE TABLE stored (row INTEGER PRIMARY KEY, article TEXT NOT NULL, part INTEGER NOT NULL, terms BLOB NOT NULL)");
        Run("CREATE INDEX place ON stored (article)");
    }

    /// <inheritdoc />
    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <inheritdoc />
    public void Put(string articleKey, IReadOnlyList<PassageTerms> passages)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            var before = PassagesOf(articleKey);
            Delete(articleKey);
            foreach (var passage in passages)
            {
                Run("INSERT INTO stored (article, part, terms) VALUES ($0, $1, $2)", articleKey, passage.Part, Packed(passage));
                Run("INSERT INTO passage (rowid, title, tags, lead, headings, body) VALUES (last_insert_rowid(), $0, $1, $2, $3, $4)", passage.Title, passage.Tags, passage.Lead, passage.Headings, passage.Body);
            }

            transaction.Commit();
            foreach (var passage in before)
                Counted(passage, -1);
            foreach (var passage in passages)
                Counted(passage, 1);
        }
    }

    /// <inheritdoc />
    public void Remove(string articleKey)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            var before = PassagesOf(articleKey);
            Delete(articleKey);
            transaction.Commit();
            foreach (var passage in before)
                Counted(passage, -1);
        }
    }

    /// <inheritdoc />
    public int Commonness(string term)
    {
        lock (_lock)
            return _common.GetValueOrDefault(term);
    }

    /// <inheritdoc />
    public IReadOnlyList<(string Term, int Passages)> Beginning(string beginning)
    {
        lock (_lock)
            return [.. _byStart.GetValueOrDefault(StartOf(beginning), []).Where(term => term.StartsWith(beginning, StringComparison.Ordinal)).Select(term => (term, _common[term]))];
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
            using var command = Command($"SELECT rowid, bm25(passage, {Weights}) AS score FROM passage WHERE passage MATCH $0 ORDER BY score", match.ToString());
            var hits = new List<PassageHit>();
            var allowed = new Dictionary<string, bool>(StringComparer.Ordinal);
            using var row = Command("SELECT article, part, terms FROM stored WHERE row = $0", 0L);
            using var reader = command.ExecuteReader();
            while (hits.Count < most && reader.Read())
            {
                row.Parameters[0].Value = reader.GetInt64(0);
                using var passage = row.ExecuteReader();
                passage.Read();
                var article = passage.GetString(0);
                if (!allowed.TryGetValue(article, out var may))
                    allowed[article] = may = mayUse(article);
                if (may)
                    hits.Add(new PassageHit(article, -reader.GetDouble(1), Terms(passage)));
            }

            return hits;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static byte[] Packed(PassageTerms passage)
    {
        using var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(string.Join(Between, passage.Title, passage.Tags, passage.Lead, passage.Headings, passage.Body)));
        return packed.ToArray();
    }

    private static PassageTerms Terms(SqliteDataReader row)
    {
        using var packed = row.GetStream(2);
        using var reader = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var fields = reader.ReadToEnd().Split(Between);
        return new PassageTerms(row.GetInt32(1), fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    private static string StartOf(string term) => term.Length <= 2 ? term : term[..2];

    private List<PassageTerms> PassagesOf(string articleKey)
    {
        using var command = Command("SELECT article, part, terms FROM stored WHERE article = $0", articleKey);
        using var reader = command.ExecuteReader();
        var passages = new List<PassageTerms>();
        while (reader.Read())
            passages.Add(Terms(reader));
        return passages;
    }

    private void Counted(PassageTerms passage, int change)
    {
        _count += change;
        foreach (var term in string.Join(' ', passage.Title, passage.Tags, passage.Lead, passage.Headings, passage.Body).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            var now = _common.GetValueOrDefault(term) + change;
            var start = StartOf(term);
            if (now > 0)
            {
                _common[term] = now;
                if (!_byStart.TryGetValue(start, out var terms))
                    _byStart[start] = terms = new HashSet<string>(StringComparer.Ordinal);
                terms.Add(term);
            }
            else if (_common.Remove(term))
            {
                _byStart.GetValueOrDefault(start)?.Remove(term);
            }
        }
    }

    private void Delete(string articleKey)
    {
        Run("DELETE FROM passage WHERE rowid IN (SELECT row FROM stored WHERE article = $0)", articleKey);
        Run("DELETE FROM stored WHERE article = $0", articleKey);
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
