namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>How long a class must be left alone after Graph refused a request of it. Not for several threads at once.</summary>
/// <param name="chance">A number from 0 to 1, another each time.</param>
internal sealed class ClassPause(Func<double> chance)
{
    // Where Graph does not say how long: from 1 to 2 seconds on, doubled each time (contracts: graph-throttling).
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private TimeSpan _setAt = TimeSpan.MinValue;
    private TimeSpan _until = TimeSpan.MinValue;
    private int _inARow;

    /// <summary>What is left of it; zero or less when it is over.</summary>
    public TimeSpan Left(TimeSpan now) => _until == TimeSpan.MinValue ? TimeSpan.Zero : _until - now;

    /// <summary>A request was refused. Of all that were under way together the longest wait counts.</summary>
    /// <param name="asked">How long Graph asked to wait; null when it did not say.</param>
    /// <param name="sentAt">When the request left.</param>
    /// <param name="now">Now.</param>
    public void Refused(TimeSpan? asked, TimeSpan sentAt, TimeSpan now)
    {
        if (asked is null && sentAt <= _setAt)
            return;
        var wait = asked ?? Backoff();
        _setAt = now;
        if (now + wait > _until)
            _until = now + wait;
    }

    /// <summary>A request was answered: what left after the last refusal shows that it is over.</summary>
    public void Worked(TimeSpan sentAt)
    {
        if (sentAt > _setAt)
            _inARow = 0;
    }

    private TimeSpan Backoff()
    {
        var wait = First * (1 + chance()) * Math.Pow(2, _inARow);
        if (wait >= Longest)
            return Longest;
        _inARow++;
        return wait;
    }
}
