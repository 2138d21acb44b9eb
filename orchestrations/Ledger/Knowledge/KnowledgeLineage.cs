using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// What was known when a ticket was answered: from the ticket to the passages, their articles and their sources, in the audit chain and as links
/// that a page shows from both ends.
/// </summary>
public sealed class KnowledgeLineage(IRecordStore store, CaseContext contexts, KnowledgeGraph graph, IAuditLog audit, ArticleReports reports, TimeProvider time)
{
    /// <summary>An article was given for a ticket.</summary>
    public const string Given = "given";

    /// <summary>The requester says that an article solved a ticket.</summary>
    public const string SolvedBy = "solved-by";

    /// <summary>The requester says that an article did not solve it.</summary>
    public const string NotSolvedBy = "not-solved-by";

    private const int MostLinks = 200;

    /// <summary>Keeps an answer before it is given.</summary>
    public Task<ContextReference> KeepAsync(CaseId caseId, KnowledgeAnswer answer, CancellationToken cancellation) => contexts.PutAsync(caseId, "answer", answer, cancellation);

    /// <summary>Records that an answer is given; a repetition changes nothing.</summary>
    public async Task GivenAsync(CaseId caseId, ContextReference reference, KnowledgeAnswer answer, string key, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["answer"] = reference.Version, ["written-by"] = answer.WrittenBy, ["language"] = answer.Language };
        var number = 0;
        foreach (var passage in answer.Passages)
            facts[string.Create(CultureInfo.InvariantCulture, $"passage-{++number}")] = string.Create(CultureInfo.InvariantCulture, $"{passage.SourceId} {Short(passage.ArticleId)} {Short(passage.Version)} part {passage.Part} sha256 {passage.Hash}");
        await audit.AppendAsync(new AuditEvent(caseId, $"{key}/knowledge", AuditKinds.KnowledgeGiven, "helpdesk", "An answer from knowledge was given, with its sources.", facts), cancellation);
        await LinkAsync(caseId, answer, Given, cancellation);
    }

    /// <summary>Records what the requester said of it.</summary>
    public async Task JudgedAsync(CaseId caseId, ContextReference answer, bool isSolved, CancellationToken cancellation)
    {
        var given = await contexts.GetAsync<KnowledgeAnswer>(answer, cancellation);
        await LinkAsync(caseId, given, isSolved ? SolvedBy : NotSolvedBy, cancellation);
        foreach (var passage in isSolved ? [] : given.Passages.DistinctBy(passage => passage.ArticleKey, StringComparer.Ordinal))
            await reports.DidNotHelpAsync(passage.ArticleKey, passage.Version, caseId, cancellation);
    }

    /// <summary>A person solved a case for which articles were given in vain: the articles say something else than what helped.</summary>
    public async Task SolvedOtherwiseAsync(CaseId caseId, IReadOnlyList<string> articleKeys, CancellationToken cancellation)
    {
        foreach (var key in articleKeys)
        {
            if ((await store.ReadAsync<KnowledgeLink>(Tables.Context, Tenant.Partition($"knowledge|links|{key}"), $"{NotSolvedBy}|{caseId}", cancellation))?.Value is { } link)
                await reports.SolvedOtherwiseAsync(key, link.Version, caseId, cancellation);
        }
    }

    /// <summary>The cases that an article is linked with, newest first; at most 200.</summary>
    public async Task<IReadOnlyList<KnowledgeLink>> OfArticleAsync(string articleKey, CancellationToken cancellation)
    {
        var links = new List<KnowledgeLink>();
        await foreach (var record in store.QueryAsync(Tables.Context, Tenant.Partition($"knowledge|links|{articleKey}"), null, null, cancellation))
            links.Add(DurableJson.Read<KnowledgeLink>(record.Json));
        return [.. links.OrderByDescending(link => link.At).Take(MostLinks)];
    }

    private async Task LinkAsync(CaseId caseId, KnowledgeAnswer answer, string kind, CancellationToken cancellation)
    {
        var relation = kind switch { SolvedBy => GraphRelation.SolvedBy, NotSolvedBy => GraphRelation.NotSolvedBy, _ => GraphRelation.AnsweredWith };
        foreach (var passage in answer.Passages.DistinctBy(passage => passage.ArticleKey, StringComparer.Ordinal))
        {
            var link = new KnowledgeLink(caseId, kind, passage.ArticleKey, passage.Version, time.GetUtcNow());
            await graph.LinkAsync(caseId, relation, new GraphNode(GraphNodeKind.Article, passage.ArticleKey, passage.Title), cancellation);
            await store.AddAsync(Tables.Context, new Record(Tenant.Partition($"knowledge|links|{passage.ArticleKey}"), $"{kind}|{caseId}", DurableJson.Write(link)), cancellation);
        }
    }

    // A source may name its articles as it likes; an entry takes plain text only.
    private static string Short(string text) => new([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(80)]);
}

/// <summary>A link between a case and an article.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind"><see cref="KnowledgeLineage.Given"/>, <see cref="KnowledgeLineage.SolvedBy"/> or <see cref="KnowledgeLineage.NotSolvedBy"/>.</param>
/// <param name="ArticleKey">The article.</param>
/// <param name="Version">Its version then.</param>
/// <param name="At">UTC.</param>
public sealed record KnowledgeLink(CaseId CaseId, string Kind, string ArticleKey, string Version, DateTimeOffset At);
