using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// This instance's part of Graph's limits, held by beats in the record store while it uses Graph. Before its first beat, and when none got
/// through for <see cref="Lasts"/>, it has no more than <c>Graph:Instances</c> gives to one: docs/decisions/0065. Not for several threads at once.
/// </summary>
internal sealed class ShareLease
{
    /// <summary>Time between two beats, which is how long another instance waits for the part that it is owed.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>How long a part is kept without a beat.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(40);

    /// <summary>How long the others wait for a beat before they take the part; longer than <see cref="Lasts"/>.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromSeconds(60);

    /// <summary>How long this instance has its part without using Graph.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, (long Beat, long Since)> _seen = new(StringComparer.Ordinal);
    private readonly ThrottleGovernor _governor;
    private readonly ShareRow? _row;
    private readonly TimeProvider _time;
    private readonly ILogger<ShareLease> _log;
    private readonly double _atLeast;
    private long? _beatAt;
    private bool _isSettled;
    private bool _isAway;

    /// <summary>Begins with what the settings give to one instance.</summary>
    /// <param name="governor">Keeps the limits.</param>
    /// <param name="quotas">Says what one instance has at least.</param>
    /// <param name="row">Where instances meet; null = there is no record store, and the setting counts all the time.</param>
    /// <param name="time">This machine's clock; it is compared with no other.</param>
    /// <param name="log">Says how the part changes.</param>
    public ShareLease(ThrottleGovernor governor, GraphQuotas quotas, ShareRow? row, TimeProvider time, ILogger<ShareLease> log)
    {
        (_governor, _row, _time, _log) = (governor, row, time, log);
        _atLeast = Part = quotas.Fraction;
    }

    /// <summary>This instance's part of what is this app's of each limit: above 0 to 1.</summary>
    public double Part { get; private set; }

    /// <summary>Does what is due: a beat while Graph is used, more often while others have to give; giving the part back when it is not.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        // Before anything that may take long: soon the others count without this instance.
        if (_beatAt is { } last && _time.GetElapsedTime(last) >= Lasts)
            Release();
        if (_governor.UnusedFor is not { } unused || unused >= Idle)
            await LeaveAsync(cancellation);
        else if (_beatAt is not { } at || !_isSettled || _time.GetElapsedTime(at) >= Every)
            await BeatAsync(cancellation);
    }

    /// <summary>Gives this instance's part to the others.</summary>
    public Task LeaveAsync(CancellationToken cancellation)
    {
        if (_beatAt is null)
            return Task.CompletedTask;
        Release();
        return ReachAsync(stop => _row!.ChangeAsync(shares => shares.Without(_id), stop), cancellation);
    }

    private Task BeatAsync(CancellationToken cancellation) => _row is null ? Task.CompletedTask : ReachAsync(
        async stop =>
        {
            var began = _time.GetTimestamp();
            var (part, count) = (Part, 1);
            await _row.ChangeAsync(
                shares =>
                {
                    var next = shares.Beat(_id, Dead(shares), _atLeast);
                    (part, count) = (next.Instances![_id].Part, next.Instances.Count);
                    // What is given is not used any more before the others can read it; what is won is used when they can.
                    Take(Math.Min(part, Part), count);
                    return next;
                },
                stop);
            (_beatAt, _isSettled) = (began, part * count > 0.999);
            Take(part, count);
        },
        cancellation);

    // By this machine's own clock: since when it has been seeing the same beat.
    private HashSet<string> Dead(LimitShares shares)
    {
        if (!shares.IsSound)
            return [];
        var now = _time.GetTimestamp();
        foreach (var gone in _seen.Keys.Except(shares.Instances!.Keys, StringComparer.Ordinal).ToList())
            _seen.Remove(gone);
        foreach (var (id, share) in shares.Instances!)
        {
            if (!_seen.TryGetValue(id, out var seen) || seen.Beat != share.Beat)
                _seen[id] = (share.Beat, now);
        }

        return [.. _seen.Where(entry => _time.GetElapsedTime(entry.Value.Since, now) >= Expiry).Select(entry => entry.Key)];
    }

    private void Release()
    {
        (_beatAt, _isSettled) = (null, false);
        Take(Math.Min(Part, _atLeast), count: null);
    }

    private void Take(double part, int? count)
    {
        if (part.Equals(Part))
            return;
        Part = part;
        _governor.Resize(part);
        ShareLog.Takes(_log, part, count);
    }

    private async Task ReachAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await work(either.Token);
            _isAway = false;
        }
        catch (Exception error) when (error is VendorException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            if (!_isAway)
                ShareLog.StoreAway(_log, error);
            _isAway = true;
        }
    }
}
