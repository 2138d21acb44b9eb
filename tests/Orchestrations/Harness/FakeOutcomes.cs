using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Reads every condition that the directory or a device shows: true, unless a test says otherwise.</summary>
public sealed class FakeOutcomes
{
    // The product's own checks, which read the ticket and the audit log.
    private static readonly string[] Own = ["requester.did-not-object", "secret.collected"];

    /// <summary>What a condition reads, by its name; true for one that is not there.</summary>
    public Dictionary<string, Func<OutcomeCall, OutcomeReading>> Readings { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the conditions that were read, in order.</summary>
    public List<string> Read { get; } = [];

    public IReadOnlyList<IOutcomeCheck> Checks => [.. OutcomeConditions.All.Where(condition => !Own.Contains(condition.Name)).Select(condition => new Check(condition.Name, this))];

    private sealed class Check(string name, FakeOutcomes outcomes) : IOutcomeCheck
    {
        public string Name => name;

        public Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
        {
            outcomes.Read.Add(name);
            return Task.FromResult(outcomes.Readings.TryGetValue(name, out var reading) ? reading(call) : OutcomeReading.Holds($"{name} was read."));
        }
    }
}
