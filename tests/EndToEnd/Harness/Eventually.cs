using System.Diagnostics;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Polls with a deadline: for what another thread or process is about to do.</summary>
public static class Eventually
{
    // Ends only what hangs: no test is about how fast the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    public static async Task<T> Get<T>(Func<Task<T?>> look, Func<T, bool> wanted, string what, TimeSpan? patience = null)
        where T : class
    {
        var since = Stopwatch.StartNew();
        T? last = null;
        while (since.Elapsed < (patience ?? Patience))
        {
            last = await look();
            if (last is not null && wanted(last))
                return last;
            using var tick = new PeriodicTimer(LookEvery);
            await tick.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{what}: not within {(patience ?? Patience).TotalSeconds} s; last seen: {last?.ToString() ?? "nothing"}");
    }
}
