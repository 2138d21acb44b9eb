using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>The audit entries around a step: intent before, receipt after, read-back last.</summary>
internal static class StepAudit
{
    public static AuditEvent Entry(StepInput input, PlanStep? step, string key, string kind, string summary, params (string Name, string? Value)[] more)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = step?.Id ?? StepLabels.Unknown(input),
            ["plan-hash"] = input.PlanHash,
        };
        if (step is not null)
            (facts["remediation"], facts["target"]) = (step.Remediation, step.TargetId);
        if (input.ApprovalId is { } gate)
            facts["gate"] = gate;
        foreach (var (name, value) in more)
        {
            if (!string.IsNullOrEmpty(value))
                facts[name] = value;
        }

        return new AuditEvent(input.CaseId, key, kind, "helpdesk", summary, facts);
    }
}
