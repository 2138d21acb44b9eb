using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>
/// Drafts of pages (<c>status: draft</c>) in one space. Before a draft is made, the drafts and pages of its title are looked through for its reference. Confluence
/// keeps no version of a draft, so its text is read right before it is replaced.
/// </summary>
internal sealed class ConfluenceDrafts(ConfluenceApi api, IOptions<ConfluenceOptions> options) : IKnowledgeDrafts
{
    private const string Pages = "wiki/api/v2/pages";

    /// <inheritdoc />
    public string Id => ConfluenceApi.System;

    /// <inheritdoc />
    public string DisplayName => "Confluence";

    private string Space => options.Value.Drafts.Space;

    /// <inheritdoc />
    public async Task<WrittenDraft> CreateAsync(ArticleDraft draft, CancellationToken cancellation)
    {
        var space = await SpaceAsync(cancellation);
        var title = ConfluenceDraftFormat.TitleOf(draft.Title);
        if (await FindAsync(space, title, draft.Reference, cancellation) is not { } page)
        {
            var body = new JsonObject { ["spaceId"] = space, ["status"] = "draft", ["title"] = title, ["body"] = Body(draft) };
            if (options.Value.Drafts.ParentId is { Length: > 0 } parent)
                body["parentId"] = parent;
            try
            {
                page = await api.DraftAsync(HttpMethod.Post, Pages, body, cancellation)
                    ?? throw new VendorException(Id, "404", $"Confluence has no space {Space} for drafts (Confluence:Drafts:Space), no page {options.Value.Drafts.ParentId} in it, or does not let the service account add pages to it: give it the space permission Add page.", isRetryable: false);
            }
            catch (VendorException refused) when (refused.Code == "400")
            {
                // The title is another page's, or the call was made before and its answer was lost.
                page = await FindAsync(space, title, draft.Reference, cancellation)
                    ?? throw new VendorException(Id, DraftErrors.TitleTaken, "Another page of the space has the title of the draft.", isRetryable: true);
            }
        }

        var id = page.Text("id");
        if (id.Length == 0 || !id.All(char.IsAsciiDigit))
            throw new VendorException(Id, "bad-answer", "Confluence answered without the id of the draft.", isRetryable: true);
        await LabelAsync(id, draft, cancellation);
        var (read, _) = await PageAsync(id, cancellation) ?? throw new VendorException(Id, "not-shown", "Confluence does not show the draft that was written: give the service account View in the space of Confluence:Drafts:Space.", isRetryable: true);
        return WrittenOf(read, draft.Reference);
    }

    /// <inheritdoc />
    public async Task<WrittenDraft?> UpdateAsync(WrittenDraft written, ArticleDraft draft, CancellationToken cancellation)
    {
        if (await OwnAsync(written, draft, cancellation) is not var (page, isUpToDate))
            return null;
        // The call was made before and its answer was lost.
        if (isUpToDate)
            return WrittenOf(page, written.Reference);
        var refused = new VendorException(Id, "403", $"Confluence does not let the service account change its draft: give it the space permission Add page in the space {Space} of Confluence:Drafts:Space, and no restriction on the page of Confluence:Drafts:ParentId.", isRetryable: false);
        try
        {
            var body = new JsonObject { ["id"] = written.Id, ["status"] = "draft", ["title"] = page.Text("title"), ["body"] = Body(draft), ["version"] = new JsonObject { ["number"] = 1, ["message"] = "Another ticket" } };
            if (await api.DraftAsync(HttpMethod.Put, $"{Pages}/{written.Id}", body, cancellation) is not null)
            {
                return await PageAsync(written.Id, cancellation) is var (after, _) ? WrittenOf(after, written.Reference)
                    : throw new VendorException(Id, "not-shown", "Confluence does not show the draft that was changed: give the service account View in the space of Confluence:Drafts:Space.", isRetryable: true);
            }
        }
        catch (VendorException conflict) when (conflict.Code == "409")
        {
            refused = conflict;
        }

        // Published, changed or deleted in between: it is a person's now. When it is as we wrote it, it is kept from us.
        return await OwnAsync(written, draft, cancellation) is null ? null : throw refused;
    }

    /// <inheritdoc />
    public async Task<DraftReading> ReadAsync(WrittenDraft written, CancellationToken cancellation)
    {
        if (await ShownAsync(written.Id, cancellation) is not var (page, isDraft))
            return new DraftReading(DraftFate.Deleted, false, null, null);

        var isEdited = HashOf(page) != written.TextHash;
        return isDraft ? new DraftReading(DraftFate.Waiting, isEdited, null, LinkOf(written.Id))
            : page.Text("status") == "current" ? new DraftReading(DraftFate.Published, isEdited, written.Id, LinkOf(written.Id))
            : new DraftReading(DraftFate.Deleted, isEdited, null, null);
    }

    /// <summary>The space is there and shown.</summary>
    internal Task CheckAsync(CancellationToken cancellation) => SpaceAsync(cancellation);

    // The draft, when it is as we wrote it or as we want to write it; null when a person changed, published or deleted it.
    private async Task<(JsonElement Page, bool IsUpToDate)?> OwnAsync(WrittenDraft written, ArticleDraft draft, CancellationToken cancellation)
    {
        if (await ShownAsync(written.Id, cancellation) is not var (page, isDraft) || !isDraft)
            return null;
        var hash = HashOf(page);
        var isUpToDate = hash == ConfluenceDraftFormat.HashOf(page.Text("title"), ConfluenceDraftFormat.Write(draft));
        return isUpToDate || hash == written.TextHash ? (page, isUpToDate) : null;
    }

    // What is gone and what is hidden look alike: only in a space that is shown it is gone.
    private async Task<(JsonElement Page, bool IsDraft)?> ShownAsync(string id, CancellationToken cancellation)
    {
        var page = await PageAsync(id, cancellation);
        if (page is null)
            await SpaceAsync(cancellation);
        return page;
    }

    // The page as it is published, else its draft.
    private async Task<(JsonElement Page, bool IsDraft)?> PageAsync(string id, CancellationToken cancellation)
    {
        if (await api.DraftAsync(HttpMethod.Get, $"{Pages}/{id}?body-format=storage", null, cancellation) is { } page && page.Text("status") != "draft")
            return (page, false);
        return await api.DraftAsync(HttpMethod.Get, $"{Pages}/{id}?body-format=storage&get-draft=true", null, cancellation) is { } draft ? (draft, draft.Text("status") == "draft") : null;
    }

    private async Task<JsonElement?> FindAsync(string space, string title, string reference, CancellationToken cancellation)
    {
        foreach (var status in new[] { "draft", "current" })
        {
            foreach (var row in await ListAsync(space, title, status, cancellation))
            {
                if (row.Text("id") is { Length: > 0 } id && id.All(char.IsAsciiDigit) && await PageAsync(id, cancellation) is var (page, _) && ConfluenceDraftFormat.Has(StorageOf(page), reference))
                    return page;
            }
        }

        return null;
    }

    // Some sites list drafts only by the older interface.
    private async Task<IReadOnlyList<JsonElement>> ListAsync(string space, string title, string status, CancellationToken cancellation)
    {
        try
        {
            return [.. (await api.DraftAsync(HttpMethod.Get, $"{Pages}?space-id={space}&status={status}&title={Uri.EscapeDataString(title)}&limit=25", null, cancellation))?.Items("results") ?? []];
        }
        catch (VendorException unknown) when (unknown.Code == "400" && status == "draft")
        {
            return [.. (await api.DraftAsync(HttpMethod.Get, $"wiki/rest/api/content?type=page&spaceKey={Uri.EscapeDataString(Space)}&status=draft&title={Uri.EscapeDataString(title)}&limit=25", null, cancellation))?.Items("results") ?? []];
        }
    }

    private async Task LabelAsync(string id, ArticleDraft draft, CancellationToken cancellation)
    {
        var labels = new JsonArray([.. draft.Tags.Append($"lang-{draft.Language}").Select(static name => (JsonNode)new JsonObject { ["prefix"] = "global", ["name"] = name })]);
        await api.DraftAsync(HttpMethod.Post, $"wiki/rest/api/content/{id}/label", labels, cancellation);
    }

    private async Task<string> SpaceAsync(CancellationToken cancellation)
    {
        var answer = await api.DraftAsync(HttpMethod.Get, $"wiki/api/v2/spaces?keys={Uri.EscapeDataString(Space)}&status=current&limit=2", null, cancellation);
        return answer?.Items("results").Where(space => string.Equals(space.Text("key"), Space, StringComparison.OrdinalIgnoreCase)).Select(static space => space.Text("id")).FirstOrDefault(static id => id.Length > 0 && id.All(char.IsAsciiDigit))
            ?? throw new VendorException(Id, "403", $"Confluence does not show the space {Space} of Confluence:Drafts:Space: it was deleted or archived, or the service account may not view it. Give it the space permissions View and Add page.", isRetryable: false);
    }

    private static JsonObject Body(ArticleDraft draft) => new() { ["representation"] = "storage", ["value"] = ConfluenceDraftFormat.Write(draft) };

    private WrittenDraft WrittenOf(JsonElement page, string reference) =>
        new(page.Text("id"), reference, page.Text("title"), page.Member("version") is { } version ? version.Text("number") : 1.ToString(CultureInfo.InvariantCulture), HashOf(page), LinkOf(page.Text("id")));

    private static string HashOf(JsonElement page) => ConfluenceDraftFormat.HashOf(page.Text("title"), StorageOf(page));

    private static string StorageOf(JsonElement page) => page.Member("body")?.Member("storage")?.Text("value") ?? "";

    // The address of the editor for a draft, of the page once it is published.
    private Uri LinkOf(string id) => new(Endpoint.Base(options.Value.SiteUrl), $"wiki/pages/viewpage.action?pageId={id}");
}
