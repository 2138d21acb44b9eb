using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>Questions that no article answered, by what they are about: what is worth writing.</summary>
public sealed class KnowledgeGaps(IRecordStore store, TimeProvider time)
{
    private const int MostCases = 50;
    private const int LongestTitle = 200;

    private static readonly string Partition = Tenant.Partition("knowledge|gaps");

    /// <summary>Notes a question without an answer; the same case twice is once.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="subjects">What it is about, the heaviest first; by these, questions are one gap.</param>
    /// <param name="title">Redacted title of the ticket.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task NoteAsync(CaseId caseId, IReadOnlyList<string> subjects, string title, CancellationToken cancellation)
    {
        var about = subjects.Count == 0 ? "not clear" : string.Join(", ", subjects);
        await store.UpdateAsync<KnowledgeGap>(
            Tables.Context, Partition, RowOf(about),
            before => before is null ? new KnowledgeGap(about, [caseId.ToString()], Cut(title), time.GetUtcNow(), 1)
                : before.Cases.Contains(caseId.ToString(), StringComparer.Ordinal) ? before
                : before with { Cases = [.. before.Cases.TakeLast(MostCases - 1), caseId.ToString()], LatestTitle = Cut(title), LatestAt = time.GetUtcNow(), Times = before.Times + 1, ClosedBy = null },
            cancellation);
    }

    /// <summary>An article answers it now. A ticket that it does not answer opens the gap again.</summary>
    public Task CloseAsync(KnowledgeGap gap, string articleKey, CancellationToken cancellation) => store.UpdateAsync<KnowledgeGap>(
        Tables.Context, Partition, RowOf(gap.About), before => before is null || before.Times != gap.Times ? before ?? gap : before with { ClosedBy = articleKey }, cancellation);

    /// <summary>The gaps, the most asked first, closed ones too.</summary>
    public async Task<IReadOnlyList<KnowledgeGap>> AllAsync(CancellationToken cancellation)
    {
        var gaps = new List<KnowledgeGap>();
        await foreach (var record in store.QueryAsync(Tables.Context, Partition, null, null, cancellation))
            gaps.Add(DurableJson.Read<KnowledgeGap>(record.Json));
        return [.. gaps.OrderByDescending(gap => gap.Times).ThenByDescending(gap => gap.LatestAt)];
    }

    private static string RowOf(string about) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))[..32];

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle];
}

/// <summary>A subject that is asked about and has no article.</summary>
/// <param name="About">The subjects.</param>
/// <param name="Cases">The newest cases, at most 50.</param>
/// <param name="LatestTitle">Redacted title of the newest ticket. Untrusted text.</param>
/// <param name="LatestAt">When it was asked, UTC.</param>
/// <param name="Times">How many tickets.</param>
public sealed record KnowledgeGap(string About, IReadOnlyList<string> Cases, string LatestTitle, DateTimeOffset LatestAt, int Times)
{
    /// <summary>Key of the article that answers it now; null while none does.</summary>
    public string? ClosedBy { get; init; }
}
