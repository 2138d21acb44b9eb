using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Viewers;

/// <summary>Finds what a signed-in person may see, by the directory. Remembered for a minute, because every page asks.</summary>
public sealed class ViewerAccess(IDirectory directory, PolicySet policy, DeciderLiveness liveness, IOptions<PagesOptions> options, TimeProvider time)
{
    /// <summary>How long an answer counts: so long a person who left a group still sees pages. Decisions never rely on it.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    // Bounds the memory; far more than people who use the pages in one minute.
    private const int MaxRemembered = 1_000;

    private readonly ConcurrentDictionary<string, (Viewer Viewer, DateTimeOffset ReadAt)> _viewers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What they may see, or why their account may no longer act: their session is over then. While the directory doesn't respond, what was last read
    /// of them counts for reading, for a bounded time.
    /// </summary>
    /// <exception cref="VendorException">The directory doesn't respond, and nothing is remembered of them.</exception>
    public async Task<(Viewer? Viewer, string? WhyOver)> OfAsync(SignedInPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var isKnown = _viewers.TryGetValue(person.ObjectId, out var remembered) && remembered.Viewer.Person == person;
        if (isKnown && now < remembered.ReadAt + Remembered)
            return (remembered.Viewer, null);

        try
        {
            if (await liveness.WhyNotAsync(person, cancellation) is { } why)
                return (null, why);
            var isOperator = await IsInAsync(options.Value.OperatorGroup, person, cancellation);
            var viewer = new Viewer(person, isOperator || await IsInAnyAsync(person, cancellation), isOperator) { MayFreeze = isOperator || await IsInAsync(options.Value.FreezeGroup, person, cancellation) };
            if (_viewers.Count >= MaxRemembered)
                _viewers.Clear();
            _viewers[person.ObjectId] = (viewer, now);
            return (viewer, null);
        }
        catch (VendorException) when (isKnown && now < remembered.ReadAt + options.Value.RememberMembershipFor)
        {
            return (remembered.Viewer with { RememberedSince = remembered.ReadAt }, null);
        }
    }

    /// <summary>True when they may turn the kill switch on, by the directory as it is now; while it doesn't respond, by what is remembered: a stop must not wait for it.</summary>
    public async Task<bool> MayFreezeAsync(Viewer viewer, CancellationToken cancellation)
    {
        try
        {
            return await liveness.WhyNotAsync(viewer.Person, cancellation) is null
                && (await IsInAsync(options.Value.OperatorGroup, viewer.Person, cancellation) || await IsInAsync(options.Value.FreezeGroup, viewer.Person, cancellation));
        }
        catch (VendorException)
        {
            return viewer.MayFreeze;
        }
    }

    /// <summary>Why a person may not act as an operator, by the directory as it is now; null when they may.</summary>
    public async Task<string?> WhyNotOperatorAsync(SignedInPerson person, CancellationToken cancellation)
    {
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        return await IsInAsync(options.Value.OperatorGroup, person, cancellation) ? null : "You're no longer in the operator group. Ask your service desk lead.";
    }

    private async Task<bool> IsInAsync(string groupName, SignedInPerson person, CancellationToken cancellation) =>
        policy.Approvers.GetValueOrDefault(groupName) is { } group && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation);

    private async Task<bool> IsInAnyAsync(SignedInPerson person, CancellationToken cancellation)
    {
        foreach (var groupId in policy.Approvers.Values.Select(group => group.GroupId.Value).Concat(options.Value.ViewerGroupIds).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await directory.IsMemberAsync(person.ObjectId, new GroupId(groupId), cancellation))
                return true;
        }

        return false;
    }
}
