using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>
/// Drafts as pages of one namespace that is not read as a source, such as <c>Draft:</c>. A person publishes one by moving it out of there. A page is only ever made new
/// (<c>createonly</c>) or replaced on the revision that we wrote (<c>baserevid</c>).
/// </summary>
internal sealed class MediaWikiDrafts(MediaWikiApi api, MediaWikiDraftCalls calls, IOptions<MediaWikiOptions> options) : IKnowledgeDrafts
{
    /// <inheritdoc />
    public string Id => MediaWikiApi.System;

    /// <inheritdoc />
    public string DisplayName => "MediaWiki";

    /// <inheritdoc />
    public async Task<WrittenDraft> CreateAsync(ArticleDraft draft, CancellationToken cancellation)
    {
        var title = FullTitle(draft.Title);
        if (await FindAsync(title, draft.Reference, cancellation) is { } known)
            return known;
        try
        {
            await calls.EditAsync([("title", title), ("text", MediaWikiDraftFormat.Write(draft)), ("summary", $"Draft {draft.Reference}"), ("createonly", "1")], cancellation);
        }
        catch (VendorException taken) when (taken.Code == "articleexists")
        {
            // Another page's title, or the call was made before and its answer was lost: the next lines tell.
        }

        return await FindAsync(title, draft.Reference, cancellation)
            ?? throw new VendorException(Id, DraftErrors.TitleTaken, "Another page of the wiki has the title of the draft.", isRetryable: true);
    }

    /// <inheritdoc />
    public async Task<WrittenDraft?> UpdateAsync(WrittenDraft written, ArticleDraft draft, CancellationToken cancellation)
    {
        if (await PageAsync("pageids", written.Id, cancellation) is not { } page || page.Namespace != options.Value.DraftNamespace || page.Title != written.Title)
            return null;
        var (text, hash) = (MediaWikiDraftFormat.Write(draft), MediaWikiDraftFormat.HashOf(page.Text));
        // The call was made before and its answer was lost.
        if (hash == MediaWikiDraftFormat.HashOf(text))
            return WrittenOf(page, written.Reference);
        if (hash != written.TextHash)
            return null;
        try
        {
            // By its title: a page that was published meanwhile by moving it is not there any more.
            await calls.EditAsync([("title", written.Title), ("text", text), ("summary", $"Draft {draft.Reference}"), ("nocreate", "1"), ("baserevid", page.Revision)], cancellation);
        }
        catch (VendorException conflict) when (conflict.Code is "editconflict" or "missingtitle" or "articleexists" or "pagedeleted")
        {
            // A person was there in between: it is theirs now.
            return null;
        }

        return await PageAsync("pageids", written.Id, cancellation) is { } after ? WrittenOf(after, written.Reference) : null;
    }

    /// <inheritdoc />
    public async Task<DraftReading> ReadAsync(WrittenDraft written, CancellationToken cancellation)
    {
        var page = await PageAsync("pageids", written.Id, cancellation);
        // Moved with its text copied, or merged: the old page sends its readers to the new one.
        if (page is { IsRedirect: true, Target: { } target })
            page = await PageAsync("titles", target, cancellation);
        if (page is null)
        {
            // Copied out of the drafts under its own name before it was deleted.
            page = await PageAsync("titles", written.Title[(written.Title.IndexOf(':', StringComparison.Ordinal) + 1)..], cancellation);
            if (page is null || !MediaWikiDraftFormat.Has(page.Text, written.Reference))
                return new DraftReading(DraftFate.Deleted, false, null, null);
        }

        var isEdited = MediaWikiDraftFormat.HashOf(page.Text) != written.TextHash;
        return page.Namespace == options.Value.DraftNamespace
            ? new DraftReading(DraftFate.Waiting, isEdited, null, LinkOf(page.Title))
            : new DraftReading(DraftFate.Published, isEdited, page.Id, LinkOf(page.Title));
    }

    /// <summary>The account is known and may edit.</summary>
    internal Task CheckAsync(CancellationToken cancellation) => calls.TokenAsync(cancellation);

    private string FullTitle(string title) => $"{options.Value.Drafts.Prefix}:{MediaWikiDraftFormat.TitleOf(title)}";

    private async Task<WrittenDraft?> FindAsync(string title, string reference, CancellationToken cancellation)
    {
        if (await PageAsync("titles", title, cancellation) is not { } page || !MediaWikiDraftFormat.Has(page.Text, reference))
            return null;
        if (page.Namespace != options.Value.DraftNamespace)
            throw new VendorException(Id, "wrong-namespace", $"MediaWiki puts pages that begin with '{options.Value.Drafts.Prefix}:' into the namespace {page.Namespace}: MediaWiki:Drafts:Prefix must be the name of MediaWiki:Drafts:Namespace.", isRetryable: false);
        return WrittenOf(page, reference);
    }

    private async Task<WikiDraft?> PageAsync(string by, string value, CancellationToken cancellation)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["prop"] = "revisions", [by] = value, ["rvprop"] = "ids|timestamp|content", ["rvslots"] = "main" };
        if ((await api.GetAsync(query, cancellation)).Member("query")?.Items("pages").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } page
            || page.Member("missing") is { ValueKind: not JsonValueKind.False } || page.Items("revisions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } revision)
            return null;
        var text = revision.Member("slots")?.Member("main")?.Text("content") ?? "";
        if (page.Text("pageid") is not { Length: > 0 and <= 18 } id || !id.All(char.IsAsciiDigit) || revision.Text("revid") is not { Length: > 0 and <= 18 } revid || !revid.All(char.IsAsciiDigit))
            throw new VendorException(Id, "bad-answer", "MediaWiki answered without the number of the page.", isRetryable: true);
        return new WikiDraft(id, MediaWikiPages.Number(page, "ns"), page.Text("title"), revid, text);
    }

    private WrittenDraft WrittenOf(WikiDraft page, string reference) => new(page.Id, reference, page.Title, page.Revision, MediaWikiDraftFormat.HashOf(page.Text), LinkOf(page.Title));

    private Uri LinkOf(string title) => new($"{options.Value.PageUrl.TrimEnd('/')}/{Uri.EscapeDataString(title.Replace(' ', '_')).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}");

    private sealed record WikiDraft(string Id, int Namespace, string Title, string Revision, string Text)
    {
        public string? Target => WikiText.RedirectOf(Text);

        public bool IsRedirect => Target is not null;
    }
}
