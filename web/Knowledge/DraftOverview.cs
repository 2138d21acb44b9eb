using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Web.Knowledge;

/// <summary>The drafts of articles, what became of them, and which question without an article each belongs to.</summary>
public sealed class DraftOverview(KnowledgeDrafts drafts, KnowledgeGaps gaps, ArticleReports reports, IEnumerable<IKnowledgeDrafts> writers)
{
    private const int MostDrafts = 50;
    private const int MostGaps = 50;

    /// <summary>Reads them.</summary>
    /// <param name="mayAsk">True when the viewer may ask for a draft.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<DraftsModel> ReadAsync(bool mayAsk, CancellationToken cancellation)
    {
        var all = await drafts.AllAsync(cancellation);
        var lines = all.Select(draft => new DraftLine(draft, writers.FirstOrDefault(writer => writer.Id == draft.WriterId)?.DisplayName)).ToList();
        var open = (await gaps.AllAsync(cancellation)).Where(static gap => gap.ClosedBy is null).Take(MostGaps)
            .Select(gap => new GapLine(gap, lines.FirstOrDefault(line => line.Draft.State != DraftState.Published && line.Draft.Cases.Intersect(gap.Cases, StringComparer.Ordinal).Any())));
        return new DraftsModel(
            [.. lines.OrderBy(static line => line.Draft.EndedAt is not null).ThenByDescending(static line => line.Draft.Times).ThenByDescending(static line => line.Draft.FirstAt).Take(MostDrafts)], [.. open],
            all.Count(static draft => draft is { State: DraftState.Published, IsEdited: false }), all.Count(static draft => draft is { State: DraftState.Published, IsEdited: true }), all.Count(static draft => draft.State == DraftState.Discarded))
        { HasPlace = writers.Any(), MayAsk = mayAsk };
    }

    /// <summary>What tickets say against articles, by article.</summary>
    public async Task<IReadOnlyDictionary<string, ArticleReport>> ReportsAsync(CancellationToken cancellation) =>
        (await reports.AllAsync(cancellation)).ToDictionary(static report => report.ArticleKey, StringComparer.Ordinal);
}

/// <summary>The drafts as the page shows them.</summary>
/// <param name="Drafts">The drafts, open ones first, at most 50.</param>
/// <param name="Gaps">Questions without an article, the most asked first, at most 50.</param>
/// <param name="AsIs">How many were published as they were.</param>
/// <param name="Edited">How many were edited and published.</param>
/// <param name="Discarded">How many were deleted.</param>
public sealed record DraftsModel(IReadOnlyList<DraftLine> Drafts, IReadOnlyList<GapLine> Gaps, int AsIs, int Edited, int Discarded)
{
    /// <summary>True when a place for drafts is set up.</summary>
    public bool HasPlace { get; init; }

    /// <summary>True when the viewer may ask for a draft.</summary>
    public bool MayAsk { get; init; }
}

/// <summary>A draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Place">Name of its place; null when that is not set up any more.</param>
public sealed record DraftLine(KnowledgeDraft Draft, string? Place)
{
    /// <summary>Its state, for people.</summary>
    public string State => Draft switch
    {
        { State: DraftState.Proposed } => "Proposed",
        { State: DraftState.Writing, Failure: not null } => "Not written",
        { State: DraftState.Writing } => "To be written",
        { State: DraftState.Waiting, IsEdited: true } => "Being edited",
        { State: DraftState.Waiting } => "Waits for review",
        { State: DraftState.Published, IsEdited: true } => "Edited and published",
        { State: DraftState.Published } => "Published as it was",
        _ => "Discarded",
    };

    /// <summary>Tone of its state.</summary>
    public string Tone => Draft switch { { Failure: not null } => "bad", { State: DraftState.Published } => "good", { State: DraftState.Waiting or DraftState.Writing } => "wait", _ => "plain" };

    /// <summary>True when it may be asked for.</summary>
    public bool CanBeMade => Place is not null && Draft.State is DraftState.Proposed or DraftState.Discarded;
}

/// <summary>A question without an article.</summary>
/// <param name="Gap">The question.</param>
/// <param name="Draft">What a solved ticket of it says; null when no one wrote yet how one was solved.</param>
public sealed record GapLine(KnowledgeGap Gap, DraftLine? Draft);
