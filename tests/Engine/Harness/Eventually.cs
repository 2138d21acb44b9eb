using System.Diagnostics;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>Polls with a deadline: for what another thread is about to do.</summary>
public static class Eventually
{
    // Ends only what hangs: no test is about how fast the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<T> Get<T>(Func<Task<T?>> look, Func<T, bool> wanted, string what)
        where T : class
    {
        var since = Stopwatch.StartNew();
        T? last = null;
        while (since.Elapsed < Patience)
        {
            last = await look();
            if (last is not null && wanted(last))
                return last;
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
            await tick.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{what}: not within {Patience.TotalSeconds} s; last seen: {last?.ToString() ?? "nothing"}");
    }

    public static Task True(Func<bool> wanted, string what) =>
        Get<object>(() => Task.FromResult<object?>(wanted()), static seen => (bool)seen, what);
}
