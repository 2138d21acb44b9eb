namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// While many tickets arrive at once, accepting them goes first: only one activity at a time begins, so that the answer to a webhook does
/// not wait behind the work of earlier webhooks. After <see cref="LongestPeak"/> this is the normal load, and both run side by side.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class IntakeFirst(TimeProvider time) : IDisposable
{
    /// <summary>Arrivals closer than this are a peak, which ends this long after the last.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPeak = TimeSpan.FromSeconds(10);

    /// <summary>How often a waiting activity checks whether the peak is over.</summary>
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _one = new(1);
    private long _last;
    private long _since;
    private bool _isPeak;

    /// <summary>A ticket has arrived and is about to be accepted.</summary>
    public void Arrived()
    {
        lock (_entry)
        {
            var now = time.GetTimestamp();
            var isClose = _last != 0 && time.GetElapsedTime(_last, now) < Gap;
            if (!isClose)
                _since = now;
            (_isPeak, _last) = (isClose, now);
        }
    }

    /// <summary>Waits until an activity may begin; disposing the result lets the next one begin. Null when there is no peak.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        while (IsPeak())
        {
            if (await _one.WaitAsync(CheckEvery, cancellation))
                return new Turn(_one);
        }

        return null;
    }

    public void Dispose() => _one.Dispose();

    private bool IsPeak()
    {
        lock (_entry)
        {
            var now = time.GetTimestamp();
            return _isPeak && time.GetElapsedTime(_last, now) < Gap && time.GetElapsedTime(_since, now) < LongestPeak;
        }
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
