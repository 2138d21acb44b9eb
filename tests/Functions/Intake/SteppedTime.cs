using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Functions.Tests.Intake;

/// <summary>A clock that goes on from one wait to the next and stands still between them, so that no test depends on how fast the machine is.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private Task<TimeSpan>? _next;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets each wait of this work pass until the work has ended, well or with an error.</summary>
    public async Task PassUntilDoneAsync(Task work)
    {
        while (true)
        {
            // Kept from call to call: a read that was given up would take the first wait of the next work with it.
            _next ??= _waits.Reader.ReadAsync().AsTask();
            if (await Task.WhenAny(work, _next) == work)
                return;
            Advance(await _next);
            _next = null;
        }
    }
}
