namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>Rules that hold because a policy file says so.</summary>
public static class DataRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new AccessIsApprovedByItsOwner(),
        new NothingChangesDuringAFreeze(),
        new RolloutReachesOnlyItsShare(),
    ];
}
