using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>A place for drafts that keeps them by their reference, as the real ones do.</summary>
public sealed class FakeDrafts : IKnowledgeDrafts
{
    public string Id => "wiki";

    public string DisplayName => "Wiki";

    public Dictionary<string, ArticleDraft> Pages { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

    public VendorException? Fault { get; set; }

    public DraftReading Reading { get; set; } = new(DraftFate.Waiting, false, null, null);

    public bool IsEdited { get; set; }

    public int Calls { get; private set; }

    public Task<WrittenDraft> CreateAsync(ArticleDraft draft, CancellationToken cancellation)
    {
        Calls++;
        if (Fault is not null)
            throw Fault;
        if (Taken.Contains(draft.Title))
            throw new VendorException(Id, DraftErrors.TitleTaken, "Taken.", isRetryable: true);
        Pages.TryAdd(draft.Reference, draft);
        return Task.FromResult(Of(draft));
    }

    public Task<WrittenDraft?> UpdateAsync(WrittenDraft written, ArticleDraft draft, CancellationToken cancellation)
    {
        if (!IsEdited)
            Pages[written.Reference] = draft;
        return Task.FromResult(IsEdited ? null : Of(draft));
    }

    public Task<DraftReading> ReadAsync(WrittenDraft written, CancellationToken cancellation) => Fault is null ? Task.FromResult(Reading) : throw Fault;

    private static WrittenDraft Of(ArticleDraft draft) => new("7", draft.Reference, draft.Title, "1", $"{draft.Links.Count}", new Uri("https://wiki.example.com/7"));
}
