namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>What one rule said.</summary>
/// <param name="Rule">The rule's name, a sentence: <c>HighImpactStepsNeedApproval</c>.</param>
/// <param name="Outcome">What it demands.</param>
/// <param name="Reason">Why, for the approver or the agent; names the step or setting concerned.</param>
public sealed record RuleFinding(string Rule, VerdictOutcome Outcome, string Reason);
