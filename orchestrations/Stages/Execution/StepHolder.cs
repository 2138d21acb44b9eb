using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Under which name a step holds its target: the same over all its attempts, read-backs and its undo.</summary>
internal static class StepHolder
{
    /// <summary>The holder of a step of a workflow.</summary>
    public static LeaseHolder Of(string instanceId, StepInput step) =>
        new(instanceId, step.CaseId, string.Create(CultureInfo.InvariantCulture, $"{step.PlanHash}-{step.Index}"));
}

/// <summary>Kept at the first attempt of a step, so that all attempts speak of the same start.</summary>
/// <param name="At">UTC.</param>
public sealed record StepStarted(DateTimeOffset At);
