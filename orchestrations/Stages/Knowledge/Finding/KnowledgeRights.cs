using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Whether a person may be given an article now: it is valid, its source was read lately, it is for them, and where it has rights of its own the
/// source says so. What cannot be found out is no.
/// </summary>
public sealed class KnowledgeRights(IEnumerable<IKnowledgeSource> sources, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<KnowledgeRights> log)
{
    /// <summary>What can be said without asking a source; a restricted article passes here and is asked about by <see cref="MayReadAsync"/>.</summary>
    public bool MayBeUsed(KnowledgeView view, string articleKey, KnowledgeReader reader)
    {
        return IsInUse(view, articleKey)
            && view.Heads[articleKey].Audience switch { KnowledgeAudience.Everyone => true, KnowledgeAudience.Staff => reader.IsStaff, KnowledgeAudience.Restricted => true, _ => false };
    }

    /// <summary>Whether it is valid and its source was read lately: an article that answers someone, whoever that is.</summary>
    public bool IsInUse(KnowledgeView view, string articleKey)
    {
        var now = time.GetUtcNow();
        return view.Heads.TryGetValue(articleKey, out var head)
            && !(head.ValidUntil <= now)
            && view.Sources.TryGetValue(head.SourceId, out var state) && state.IsFresh(now, options.Value.TimeToLive);
    }

    /// <summary>True when every source that is set up was read lately: only then can it be said that there is no article.</summary>
    public bool AreAllRead(KnowledgeView view) =>
        sources.All(source => view.Sources.TryGetValue(source.Id, out var state) && state.IsFresh(time.GetUtcNow(), options.Value.TimeToLive));

    /// <summary>Whether the person may be given it, asked now.</summary>
    public async Task<bool> MayReadAsync(KnowledgeView view, string articleKey, KnowledgeReader reader, CancellationToken cancellation)
    {
        if (!MayBeUsed(view, articleKey, reader))
            return false;
        var head = view.Heads[articleKey];
        if (head.Audience != KnowledgeAudience.Restricted)
            return true;
        if (sources.FirstOrDefault(source => source.Id == head.SourceId) is not { } source)
            return false;
        try
        {
            return await source.MayReadAsync(head.ArticleId, reader, cancellation);
        }
        catch (VendorException fault)
        {
            log.RightsNotKnown(source.Id, fault.Code);
            return false;
        }
    }
}
