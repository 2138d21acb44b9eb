using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Bench.Throttling;

/// <summary>One step of a plan as a workflow runs it: capture, check, execute, read back until it shows; what is turned away comes back later.</summary>
internal sealed class BenchStep(RemediationCatalogue catalogue)
{
    private static readonly TimeSpan NotSaid = TimeSpan.FromSeconds(1);
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    private int _turnedAway;

    /// <summary>How often a call had to come back.</summary>
    public int TurnedAway => _turnedAway;

    public async Task RunAsync(string id, string userId, CancellationToken cancellation)
    {
        var remediation = catalogue.Get(id);
        var captured = await AgainAsync(() => remediation.CaptureAsync(new RemediationTarget(TargetKind.User, userId, None), cancellation), cancellation);
        if (captured.Refusal is { } refusal)
            throw new InvalidOperationException($"{id} on {userId} is refused: {refusal}");
        var call = new RemediationCall(new CaseId("bench"), new PlanStep("s", id, TargetKind.User, new TargetId(userId), "name", None, captured.Json, captured.Text), $"bench/{id}/{userId}", DateTimeOffset.UtcNow);
        var precondition = await AgainAsync(() => remediation.CheckAsync(call, cancellation), cancellation);
        if (precondition.Outcome != PreconditionOutcome.Ready)
            throw new InvalidOperationException($"{id} on {userId} is {precondition.Outcome}: {precondition.Reason}");
        await AgainAsync(() => remediation.ExecuteAsync(call, cancellation), cancellation);
        for (var outcome = ReadBackOutcome.Pending; outcome != ReadBackOutcome.Verified;)
        {
            outcome = (await AgainAsync(() => remediation.VerifyAsync(call, cancellation), cancellation)).Outcome;
            if (outcome == ReadBackOutcome.Failed)
                throw new InvalidOperationException($"{id} on {userId} was not done.");
        }
    }

    private async Task<T> AgainAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (VendorException fault) when (fault.IsRetryable)
            {
                Interlocked.Increment(ref _turnedAway);
                await Task.Delay(fault.RetryAfter ?? NotSaid, cancellation);
            }
        }
    }
}
