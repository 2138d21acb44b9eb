using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Whether approving a plan needs a fresh or stronger sign-in: that of its step with the largest impact. What the catalogue does not know counts as high.</summary>
public sealed class DecisionStepUp(IDecisionStepUp rule, RemediationCatalogue catalogue)
{
    /// <summary>True when it does.</summary>
    public bool Asks(Plan plan) => rule.Asks(plan.Steps.Count == 0 ? Impact.High : plan.Steps.Max(step => catalogue.Describe(step.Remediation)?.Impact ?? Impact.High));
}
