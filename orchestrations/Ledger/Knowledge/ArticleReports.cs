using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// What tickets say against articles: that they did not help, that something else solved it, that they are past their validity. Another version of an article begins anew, and what is said
/// of an earlier one says nothing against it.
/// </summary>
public sealed class ArticleReports(IRecordStore store, KnowledgeStore articles)
{
    private const int MostCases = 20;

    private static readonly string Partition = Tenant.Partition("knowledge|reports");

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<ArticleReport>> AllAsync(CancellationToken cancellation)
    {
        var reports = new List<ArticleReport>();
        await foreach (var record in store.QueryAsync(Tables.Context, Partition, null, null, cancellation))
            reports.Add(DurableJson.Read<ArticleReport>(record.Json));
        return reports;
    }

    /// <summary>A requester says that the article did not solve their ticket.</summary>
    public Task DidNotHelpAsync(string articleKey, string version, CaseId caseId, CancellationToken cancellation) =>
        UpdateAsync(articleKey, version, report => report.DidNotHelp.Contains(caseId.Value, StringComparer.Ordinal) ? report : report with { DidNotHelp = [.. report.DidNotHelp.TakeLast(MostCases - 1), caseId] }, cancellation);

    /// <summary>It was given for a ticket that a person then solved in another way.</summary>
    public Task SolvedOtherwiseAsync(string articleKey, string version, CaseId caseId, CancellationToken cancellation) =>
        UpdateAsync(articleKey, version, report => report.SolvedOtherwise.Contains(caseId.Value, StringComparer.Ordinal) ? report : report with { SolvedOtherwise = [.. report.SolvedOtherwise.TakeLast(MostCases - 1), caseId] }, cancellation);

    /// <summary>It is past its validity.</summary>
    public Task ExpiredAsync(string articleKey, string version, DateTimeOffset at, CancellationToken cancellation) =>
        UpdateAsync(articleKey, version, report => report.ExpiredAt == at ? report : report with { ExpiredAt = at }, cancellation);

    /// <summary>Its owner was notified for a reason.</summary>
    public Task NotifiedAsync(ArticleReport report, string reason, CancellationToken cancellation) =>
        UpdateAsync(report.ArticleKey, report.Version, before => before.Notified.Contains(reason, StringComparer.Ordinal) ? before : before with { Notified = [.. before.Notified, reason] }, cancellation);

    private async Task UpdateAsync(string articleKey, string version, Func<ArticleReport, ArticleReport> change, CancellationToken cancellation)
    {
        if (await articles.FindAsync(articleKey, cancellation) is { Article: { } now } && now.Version != version)
            return;
        await store.UpdateAsync<ArticleReport>(
            Tables.Context, Partition, articleKey, before => change(before is { } known && known.Version == version ? known : new ArticleReport(articleKey, version)), cancellation);
    }
}

/// <summary>What tickets say against an article.</summary>
/// <param name="ArticleKey">The article.</param>
/// <param name="Version">The version that it is about.</param>
public sealed record ArticleReport(string ArticleKey, string Version)
{
    /// <summary>How many tickets it must not have helped. Two, because one may have been another question.</summary>
    public const int EnoughTickets = 2;

    /// <summary>Cases that it did not help, at most 20.</summary>
    public IReadOnlyList<string> DidNotHelp { get; init; } = [];

    /// <summary>Cases that a person solved in another way, at most 20.</summary>
    public IReadOnlyList<string> SolvedOtherwise { get; init; } = [];

    /// <summary>Since when it is past its validity, UTC; null = it is not.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>The reasons for which its owner was notified.</summary>
    public IReadOnlyList<string> Notified { get; init; } = [];

    /// <summary>Why its owner is to check it; none when there is no reason.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Reasons =>
    [
        .. DidNotHelp.Count >= EnoughTickets ? ["did-not-help"] : Array.Empty<string>(), .. SolvedOtherwise.Count > 0 ? ["solved-otherwise"] : Array.Empty<string>(), .. ExpiredAt is not null ? ["expired"] : Array.Empty<string>(),
    ];
}
