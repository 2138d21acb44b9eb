using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>
/// Writes drafts, brings those up to date that no person has edited, and reads what became of them. What fails is kept with the reason and tried again.
/// The title is kept before the call and the draft carries its reference, so that a stop in between leaves one draft.
/// </summary>
public sealed class DraftWriting(
    KnowledgeDrafts drafts, IEnumerable<IKnowledgeDrafts> writers, IAuditLog audit, IOptions<HelpDeskOptions> product, TimeProvider time, ILogger<DraftWriting> log)
{
    private const int MostAtOnce = 40;
    private const int MostTitles = 5;
    private const int MostLinks = 20;

    // A new draft is often reviewed at once; an old one waits for weeks.
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReadOldEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>Does what is due.</summary>
    /// <returns>How many drafts were written or ended.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var done = 0;
        // A place that is not set up any more: its drafts wait, and hold up no others.
        var due = (await drafts.AllAsync(cancellation)).Where(draft => draft.State is DraftState.Writing or DraftState.Waiting && draft.NextAt <= now)
            .Join(writers, static draft => draft.WriterId, static writer => writer.Id, static (draft, writer) => (Draft: draft, Writer: writer), StringComparer.Ordinal);
        foreach (var (draft, writer) in due.OrderBy(static one => one.Draft.NextAt).Take(MostAtOnce))
            done += await OneAsync(writer, draft, cancellation) ? 1 : 0;
        return done;
    }

    private async Task<bool> OneAsync(IKnowledgeDrafts writer, KnowledgeDraft draft, CancellationToken cancellation)
    {
        try
        {
            return draft switch
            {
                { State: DraftState.Writing } => await CreateAsync(writer, draft, cancellation),
                { Written: { } written } when draft.Times > draft.TimesWritten && !draft.IsEdited => await UpdateAsync(writer, draft, written, cancellation),
                { Written: { } written } => await ReadAsync(writer, draft, written, cancellation),
                _ => false,
            };
        }
        catch (VendorException taken) when (taken.Code == DraftErrors.TitleTaken && draft.TitlesTaken < MostTitles)
        {
            await KeepAsync(draft, before => before with { TitlesTaken = before.TitlesTaken + 1, Title = "", NextAt = time.GetUtcNow() }, cancellation);
            return false;
        }
        catch (VendorException fault) when (fault.System != "store")
        {
            log.DraftFailed(writer.Id, fault.Code, fault.Message);
            await KeepAsync(draft, before => before with { Failure = fault.Message, Failures = before.Failures + 1, NextAt = time.GetUtcNow() + Pause(fault, before.Failures) }, cancellation);
            return false;
        }
    }

    private async Task<bool> CreateAsync(IKnowledgeDrafts writer, KnowledgeDraft draft, CancellationToken cancellation)
    {
        draft = await KeepAsync(draft, static before => before.Title.Length > 0 ? before : before with { Title = TitleOf(before) }, cancellation);
        await NoteAsync(draft, $"{draft.WrittenAt?.UtcTicks ?? 0}/before", "A draft of an article is to be written.", [], cancellation);
        var written = await writer.CreateAsync(DraftOf(draft), cancellation);
        await NoteAsync(draft, $"{written.Id}/written", $"A draft of an article was written in {writer.DisplayName}, for a person to review.", [("page", written.Id), ("version", written.Version), ("sha256", written.TextHash)], cancellation);
        var now = time.GetUtcNow();
        await KeepAsync(draft, before => Worked(before) with { State = DraftState.Waiting, Written = written, WrittenAt = now, TimesWritten = draft.Times, IsEdited = false, Link = written.Link, NextAt = now + ReadEvery }, cancellation);
        return true;
    }

    private async Task<bool> UpdateAsync(IKnowledgeDrafts writer, KnowledgeDraft draft, WrittenDraft written, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var after = await writer.UpdateAsync(written, DraftOf(draft), cancellation);
        if (after is not null)
            await NoteAsync(draft, $"{written.Id}/{draft.Times}", "The draft of an article was brought up to date with another ticket.", [("page", after.Id), ("version", after.Version), ("sha256", after.TextHash)], cancellation);
        // What a person has made of it is left as it is; the next reading says what that is, and what the draft does not name yet is not counted as written.
        await KeepAsync(draft, before => Worked(before) with { Written = after ?? before.Written, IsEdited = after is null, TimesWritten = after is null ? before.TimesWritten : draft.Times, NextAt = now }, cancellation);
        return after is not null;
    }

    private async Task<bool> ReadAsync(IKnowledgeDrafts writer, KnowledgeDraft draft, WrittenDraft written, CancellationToken cancellation)
    {
        var reading = await writer.ReadAsync(written, cancellation);
        var now = time.GetUtcNow();
        if (reading.Fate == DraftFate.Waiting)
        {
            var pause = now - draft.WrittenAt < TimeSpan.FromDays(1) ? ReadEvery : ReadOldEvery;
            await KeepAsync(draft, before => Worked(before) with { IsEdited = reading.IsEdited, Link = reading.Link ?? before.Link, NextAt = now + pause }, cancellation);
            return false;
        }

        var isPublished = reading.Fate == DraftFate.Published;
        await NoteAsync(draft, $"{written.Id}/{reading.Fate}", !isPublished ? "A person discarded the draft of an article." : reading.IsEdited ? "A person edited the draft of an article and published it." : "A person published the draft of an article as it was.", [("page", written.Id)], cancellation);
        await KeepAsync(
            draft,
            before => Worked(before) with
            {
                State = isPublished ? DraftState.Published : DraftState.Discarded,
                IsEdited = reading.IsEdited,
                EndedAt = now,
                Link = reading.Link,
                ArticleKey = isPublished && reading.ArticleId is { } article ? ArticleKey.Of(writer.Id, article) : null,
            },
            cancellation);
        return true;
    }

    private Task<KnowledgeDraft> KeepAsync(KnowledgeDraft draft, Func<KnowledgeDraft, KnowledgeDraft> change, CancellationToken cancellation) =>
        drafts.UpdateAsync(draft.WriterId, draft.Kind, before => change(before ?? draft), cancellation);

    private ArticleDraft DraftOf(KnowledgeDraft draft) => new(
        ReferenceOf(draft), draft.Title, draft.Content.Language, draft.Content.Sections, draft.Content.Tags,
        [.. draft.Cases.TakeLast(MostLinks).Select(id => new DraftLink(id, product.Value.Page($"cases/{Uri.EscapeDataString(id)}")))])
    { LinksHeading = DraftTexts.Tickets.Filled(draft.Content.Language, draft.Times.ToString(CultureInfo.InvariantCulture)) };

    // Into the chain of its first case; the page of a case shows what came of it.
    private Task NoteAsync(KnowledgeDraft draft, string key, string summary, IReadOnlyList<(string Name, string Value)> facts, CancellationToken cancellation) => audit.AppendAsync(
        new AuditEvent(
            new CaseId(draft.Cases[0]), $"draft/{draft.WriterId}/{draft.Kind}/{key}", AuditKinds.KnowledgeDrafted, "helpdesk", summary,
            new Dictionary<string, string>(facts.Select(static fact => KeyValuePair.Create(fact.Name, fact.Value)), StringComparer.Ordinal) { ["place"] = draft.WriterId, ["reference"] = ReferenceOf(draft) }),
        cancellation);

    private static string TitleOf(KnowledgeDraft draft) => draft.TitlesTaken == 0 ? draft.Content.Title : string.Create(CultureInfo.InvariantCulture, $"{draft.Content.Title} ({draft.TitlesTaken + 1})");

    private static string ReferenceOf(KnowledgeDraft draft) => $"hd-{draft.Kind[..16]}";

    private static KnowledgeDraft Worked(KnowledgeDraft draft) => draft with { Failure = null, Failures = 0 };

    private static TimeSpan Pause(VendorException fault, int failures)
    {
        // A missing permission is given by a person: an hour is soon enough. What passes by itself is tried sooner.
        var own = (fault.IsRetryable ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1)) * Math.Pow(2, Math.Min(failures, 6));
        var pause = own > LongestPause ? LongestPause : own;
        return fault.RetryAfter is { } asked && asked > pause && asked < TimeSpan.FromDays(1) ? asked : pause;
    }
}
