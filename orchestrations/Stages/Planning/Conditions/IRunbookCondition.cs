using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary>A named condition that runbooks use under <c>when:</c>. The list is closed: there is no expression language.</summary>
public interface IRunbookCondition
{
    /// <summary>As runbooks name it: <c>device.is-company-owned</c>.</summary>
    string Name { get; }

    /// <summary>What it means, as the plan and the page say it: "the company owns the device".</summary>
    string Meaning { get; }

    /// <summary>True when it looks at the step's device and so makes no sense on an account.</summary>
    bool NeedsDevice { get; }

    /// <summary>True when it looks at the risk of the account, which is read for one person at a time. Default false.</summary>
    bool NeedsRisk => false;

    /// <summary>What it says of the facts. Pure.</summary>
    ConditionOutcome Evaluate(ConditionFacts facts);
}

/// <summary>What conditions may look at: snapshots only, so that the same ticket gives the same plan.</summary>
/// <param name="Request">What the ticket was understood to ask for.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Subject">Whose account it is about.</param>
/// <param name="Device">The step's device; null for a step on the account.</param>
/// <param name="Risk">What Entra holds against the subject's account; unknown unless the runbook asks.</param>
/// <param name="HoldsReplacedLicence">True when the subject holds a licence that the requested one replaces (policy/access.yaml).</param>
public sealed record ConditionFacts(PlanRequest Request, Person Requester, Person Subject, Device? Device, AccountRisk Risk, bool HoldsReplacedLicence);

/// <summary>What a condition says of the facts.</summary>
public enum ConditionOutcome
{
    /// <summary>The facts do not tell: the step is not taken, and the plan says so.</summary>
    Unknown,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It holds.</summary>
    Yes,
}
