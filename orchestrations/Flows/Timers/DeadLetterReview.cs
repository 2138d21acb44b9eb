using System.Globalization;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Finishes interrupted decisions on dead letters and says how many wait for one.</summary>
public sealed class DeadLetterReview(DeadLetters deadLetters, DeadLetterService service, TimeProvider time)
{
    /// <summary>Does both.</summary>
    /// <returns>How many are open and the age of the oldest, in one sentence.</returns>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await service.FinishAsync(cancellation);
        var (open, oldest) = await deadLetters.OpenAsync(cancellation);
        return oldest is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{open} open, the oldest for {(time.GetUtcNow() - at).TotalHours:0.0} h.")
            : "None is open.";
    }
}
