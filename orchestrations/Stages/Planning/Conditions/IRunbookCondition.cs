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
