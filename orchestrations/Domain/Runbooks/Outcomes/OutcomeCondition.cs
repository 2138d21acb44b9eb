using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>
/// One thing that must be true for the person before a case counts as resolved, as runbooks name it under <c>outcome:</c>. The list is closed:
/// there is no expression language.
/// </summary>
/// <param name="Name">As runbooks name it: <c>device.compliant</c>.</param>
/// <param name="Meaning">What it means, as pages and notes say it after "when" or "Not so:": "the device meets the compliance policy".</param>
/// <param name="Within">How long it may take to become true, counted from when the last step was read back.</param>
/// <param name="Every">Longest pause between two readings.</param>
public sealed record OutcomeCondition(string Name, string Meaning, TimeSpan Within, TimeSpan Every)
{
    /// <summary>What the requester reads once it was read back, one sentence per language; null where the steps' own sentences say it. Default null.</summary>
    public LocalizedText? Requester { get; init; }

    /// <summary>Remediations of which a runbook must have at least one for the condition to make sense; empty = any runbook. Default empty.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>True when it reads a device, so that a runbook needs a step on one. Default false.</summary>
    public bool NeedsDevice { get; init; }

    /// <summary>True when it waits for the person to use a temporary pass: then it waits at least as long as a pass is valid. Default false.</summary>
    public bool WaitsForPass { get; init; }
}

/// <summary>A condition that a runbook names.</summary>
/// <param name="Condition">Name of the condition.</param>
/// <param name="Line">Its line in the file.</param>
public sealed record RunbookOutcome(string Condition, int Line);
