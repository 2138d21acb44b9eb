namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>The closed list of rules that an organisation may demand in <c>policy/demands.yaml</c>.</summary>
public static class OptionalRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new EveryPlanNeedsApproval(),
        new GuestsAreHandedOver(),
        new PersonalDevicesNeedApproval(),
        new SynchronisedAccountsNeedApproval(),
    ];

    /// <summary>The rule of that name; one that nobody knows refuses everything.</summary>
    public static PolicyRule Get(string name) => All.FirstOrDefault(rule => rule.Name == name) ?? new UnknownRule(name);
}
