namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>The closed list of what a runbook may name under <c>outcome:</c>.</summary>
public static class OutcomeConditions
{
    private static readonly Dictionary<string, OutcomeCondition> ByName =
        ((OutcomeCondition[])[.. AccountOutcomes.All, .. AccessOutcomes.All, .. DeviceOutcomes.All, .. PersonOutcomes.All]).ToDictionary(condition => condition.Name, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<OutcomeCondition> All { get; } = [.. ByName.Values.OrderBy(condition => condition.Name, StringComparer.Ordinal)];

    /// <summary>The condition of that name, or null.</summary>
    public static OutcomeCondition? Find(string name) => ByName.GetValueOrDefault(name);
}
