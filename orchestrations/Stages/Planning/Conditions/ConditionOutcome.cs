namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

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
