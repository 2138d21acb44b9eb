using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary>What conditions may look at: snapshots only, so that the same ticket gives the same plan.</summary>
/// <param name="Request">What the ticket was understood to ask for.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Subject">Whose account it is about.</param>
/// <param name="Device">The step's device; null for a step on the account.</param>
/// <param name="Risk">What Entra holds against the subject's account; unknown unless the runbook asks.</param>
/// <param name="HoldsReplacedLicence">True when the subject holds a licence that the requested one replaces (policy/access.yaml).</param>
public sealed record ConditionFacts(PlanRequest Request, Person Requester, Person Subject, Device? Device, AccountRisk Risk, bool HoldsReplacedLicence);
