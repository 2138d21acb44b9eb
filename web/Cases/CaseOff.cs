using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Cases;

/// <summary>What of a case's plan is switched off now.</summary>
/// <param name="Runbook">What of its runbook; null = nothing.</param>
/// <param name="Steps">Why, by catalogue id of its remediations; only of those that are switched off.</param>
public sealed record CaseOff(RunbookOff? Runbook, IReadOnlyDictionary<string, string> Steps)
{
    /// <summary>Why a step is switched off; null when it is not, when it was done, or when its note says so.</summary>
    public string? WhyOf(CaseStep step) =>
        step.State is CaseStepState.Verified or CaseStepState.AlreadyDone or CaseStepState.Undone || Steps.GetValueOrDefault(step.Remediation) is not { } why
        || step.Note?.Contains(why, StringComparison.Ordinal) == true ? null : why;
}
