using System.Diagnostics;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Bench.Throttling;

/// <summary>A bulk remediation: each person is signed out everywhere and allowed to sign in (blocked, where all are allowed), both read back.</summary>
internal sealed class BulkRun(RemediationCatalogue catalogue, BulkTargets targets)
{
    /// <summary>Targets under way at once: three full batches.</summary>
    public const int AtOnce = 60;

    private readonly BenchStep _step = new(catalogue);

    /// <summary>How often a call was turned away and came back.</summary>
    public int TurnedAway => _step.TurnedAway;

    /// <summary>Runs it so often over all people; each round turns round what the one before did.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> RunAsync(int rounds, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            var second = targets.AreBlocked ? "user.enable-sign-in" : "user.disable-sign-in";
            await Parallel.ForEachAsync(targets.Ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (person, stop) =>
            {
                using (WorkPriority.EnterBackground())
                {
                    await _step.RunAsync("user.revoke-sessions", person, stop);
                    await _step.RunAsync(second, person, stop);
                }
            });
            targets.AreBlocked = !targets.AreBlocked;
        }

        return since.Elapsed;
    }
}
