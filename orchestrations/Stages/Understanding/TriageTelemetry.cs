using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What operators see of triage: how long it took, who answered, how it ended. Never the ticket's text.</summary>
public sealed class TriageTelemetry(ProductMetrics metrics, TimeProvider time, ILogger<TriageTicket> logger)
{
    /// <summary>Runs triage and records its time and end.</summary>
    public async Task<TriageTicket.Result> TimedAsync(Func<Task<TriageTicket.Result>> triage)
    {
        var began = time.GetTimestamp();
        var result = await triage();
        metrics.Triaged(result.Model, time.GetElapsedTime(began), result.Facts.IsAbstention ? result.Abstained ?? "no-intent" : null);
        return result;
    }

    /// <summary>Writes the log line of a ticket that was understood, or was not.</summary>
    public void Logged(CaseId caseId, TriageTicket.Result result) => logger.Triaged(caseId, result.Facts.Intent ?? "nothing certain", result.Model);
}
