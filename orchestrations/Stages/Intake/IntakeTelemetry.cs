using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Counts what came in: a meter for operations, and the same figures since the start for the home page.</summary>
public sealed class IntakeTelemetry : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "HelpDesk.Intake";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _webhooks;
    private readonly ConcurrentDictionary<(string System, string Outcome), long> _counts = new();

    /// <summary>Makes the instruments.</summary>
    public IntakeTelemetry() =>
        _webhooks = _meter.CreateCounter<long>("helpdesk.intake.webhooks", "{webhook}", "Webhooks by system and outcome");

    /// <summary>How many of an outcome there were since the start, over all systems.</summary>
    public long Total(string outcome) => _counts.Where(count => string.Equals(count.Key.Outcome, outcome, StringComparison.Ordinal)).Sum(count => count.Value);

    /// <summary>Counts one.</summary>
    public void Counted(string system, IntakeOutcome outcome) => Counted(system, outcome.ToString().ToLowerInvariant());

    /// <summary>Counts one.</summary>
    /// <param name="system">The ticket system.</param>
    /// <param name="outcome">One of a small fixed set of words.</param>
    public void Counted(string system, string outcome)
    {
        _webhooks.Add(1, new KeyValuePair<string, object?>("helpdesk.ticket.system", system), new KeyValuePair<string, object?>("helpdesk.outcome", outcome));
        _counts.AddOrUpdate((system, outcome), 1, static (_, before) => before + 1);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
