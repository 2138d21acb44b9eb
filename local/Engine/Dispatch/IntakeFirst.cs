namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>
/// While tickets pour in, accepting them goes first: only one activity at a time begins, so that a webhook's answer does not stand in a
/// line behind the work that earlier webhooks made. After <see cref="LongestPour"/> it is no pour but the load, and work goes on beside it.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class IntakeFirst(TimeProvider time) : IDisposable
{
    /// <summary>Two arrivals at most so far apart are a pour; so long after the last it is over.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan LongestPour = TimeSpan.FromSeconds(10);

    /// <summary>How often what waits looks whether it is over.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _one = new(1);
    private long _last;
    private long _since;
    private bool _pours;

    /// <summary>A ticket has arrived and is about to be accepted.</summary>
    public void Arrived()
    {
        lock (_entry)
        {
            var now = time.GetTimestamp();
            var isNear = _last != 0 && time.GetElapsedTime(_last, now) < Gap;
            if (!isNear)
                _since = now;
            (_pours, _last) = (isNear, now);
        }
    }

    /// <summary>Waits for the turn of an activity; what is given back ends it. Null when nothing pours in.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        while (Pours())
        {
            if (await _one.WaitAsync(LookEvery, cancellation))
                return new Turn(_one);
        }

        return null;
    }

    public void Dispose() => _one.Dispose();

    private bool Pours()
    {
        lock (_entry)
        {
            var now = time.GetTimestamp();
            return _pours && time.GetElapsedTime(_last, now) < Gap && time.GetElapsedTime(_since, now) < LongestPour;
        }
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
