using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
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

    private readonly ConcurrentDictionary<string, (Viewer Viewer, DateTimeOffset Until)> _viewers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What they may see; null when their account may no longer act, and then their session is over.</summary>
    public async Task<Viewer?> OfAsync(SignedInPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_viewers.TryGetValue(person.ObjectId, out var remembered) && now < remembered.Until && remembered.Viewer.Person == person)
            return remembered.Viewer;

        if (await liveness.WhyNotAsync(person, cancellation) is not null)
            return null;
        var isOperator = policy.Approvers.GetValueOrDefault(options.Value.OperatorGroup) is { } group
            && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation);
        var viewer = new Viewer(person, isOperator || await IsInAnyAsync(person, cancellation), isOperator);
        if (_viewers.Count >= MaxRemembered)
            _viewers.Clear();
        _viewers[person.ObjectId] = (viewer, now + Remembered);
        return viewer;
    }

    /// <summary>Why a person may not act as an operator, by the directory as it is now; null when they may.</summary>
    public async Task<string?> WhyNotOperatorAsync(SignedInPerson person, CancellationToken cancellation)
    {
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        return policy.Approvers.GetValueOrDefault(options.Value.OperatorGroup) is { } group && await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation)
            ? null
            : "You're no longer in the operator group. Ask your service desk lead.";
    }

    private async Task<bool> IsInAnyAsync(SignedInPerson person, CancellationToken cancellation)
    {
        foreach (var groupId in policy.Approvers.Values.Select(group => group.GroupId).Concat(options.Value.ViewerGroupIds).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await directory.IsMemberAsync(person.ObjectId, groupId, cancellation))
                return true;
        }

        return false;
    }
}
