using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy.Budgets;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Budgets;

/// <summary>What was reserved in one clock hour.</summary>
/// <param name="Cases">By case id.</param>
public sealed record HourUse(IReadOnlyDictionary<string, CaseUse> Cases)
{
    /// <summary>An hour in which nothing was reserved.</summary>
    public static HourUse Nothing { get; } = new(new Dictionary<string, CaseUse>(StringComparer.Ordinal));

    /// <summary>Under what a plan's steps are counted: its case, and for a containment plan its step too, because a case may have several of these.</summary>
    public static string KeyOf(Plan plan) => plan.IsContainment ? $"{plan.CaseId}/{plan.Steps[0].Id}" : plan.CaseId;

    /// <summary>True when a step of what is counted under a key (<see cref="KeyOf"/>) is reserved.</summary>
    public bool Holds(string key, int step) => Cases.TryGetValue(key, out var use) && use.Effects.ContainsKey(step);

    /// <summary>Which budget would be exceeded by these steps too, in words; null when none would.</summary>
    public string? Exceeded(Plan plan, IReadOnlyCollection<int> steps, BudgetRules budgets)
    {
        if (steps.Count == 0)
            return null;
        var all = Cases.Values.SelectMany(use => use.Effects.Values).ToList();
        if (all.Count + steps.Count > budgets.EffectsPerHour)
            return Words($"{budgets.EffectsPerHour} effects an hour", all.Count, steps.Count);
        var onSubject = Cases.Values.Where(use => use.SubjectId == plan.SubjectId).Sum(use => use.Effects.Count);
        if (onSubject + steps.Count > budgets.EffectsPerSubjectPerHour)
            return Words($"{budgets.EffectsPerSubjectPerHour} effects an hour on one person", onSubject, steps.Count);

        var ofRequester = plan.Undoes is null ? Cases.Values.Where(use => use.RequesterId == plan.RequesterId).Sum(use => use.Effects.Count) : 0;
        if (plan.Undoes is null && ofRequester + steps.Count > budgets.EffectsPerRequesterPerHour)
            return Words($"{budgets.EffectsPerRequesterPerHour} effects an hour of one requester", ofRequester, steps.Count);

        foreach (var wanted in steps.GroupBy(step => EffectOf(plan, step), StringComparer.Ordinal))
        {
            var used = all.Count(effect => effect == wanted.Key);
            if (budgets.ByRemediation.TryGetValue(wanted.Key, out var limit) && used + wanted.Count() > limit)
                return Words($"{limit} times '{wanted.Key}' an hour", used, wanted.Count());
        }

        return null;
    }

    /// <summary>The hour with these steps of a plan reserved.</summary>
    public HourUse With(Plan plan, IEnumerable<int> steps)
    {
        var effects = new SortedDictionary<int, string>();
        foreach (var (step, effect) in Cases.GetValueOrDefault(KeyOf(plan))?.Effects ?? new Dictionary<int, string>())
            effects[step] = effect;
        foreach (var step in steps)
            effects[step] = EffectOf(plan, step);
        return new(new Dictionary<string, CaseUse>(Cases, StringComparer.Ordinal) { [KeyOf(plan)] = new(plan.SubjectId, effects) { RequesterId = plan.Undoes is null ? plan.RequesterId : null } });
    }

    /// <summary>The hour without these steps of what is counted under a key; itself when none of them is reserved.</summary>
    public HourUse Without(string key, IReadOnlyCollection<int> steps)
    {
        if (!Cases.TryGetValue(key, out var use) || !steps.Any(use.Effects.ContainsKey))
            return this;
        var cases = new Dictionary<string, CaseUse>(Cases, StringComparer.Ordinal);
        var left = use.Effects.Where(effect => !steps.Contains(effect.Key)).ToDictionary(effect => effect.Key, effect => effect.Value);
        if (left.Count == 0)
            cases.Remove(key);
        else
            cases[key] = use with { Effects = left };
        return new HourUse(cases);
    }

    private static string EffectOf(Plan plan, int step) => plan.Undoes is null ? plan.Steps[step].Remediation : CaseUse.Undo;

    private static string Words(string budget, int used, int wanted) =>
        string.Create(CultureInfo.InvariantCulture, $"{budget}, of which {used} are used and this needs {wanted}");
}

/// <summary>What one case reserved in an hour.</summary>
/// <param name="SubjectId">On whom.</param>
/// <param name="Effects">By the step's place in the plan: catalogue id, or <see cref="Undo"/>.</param>
public sealed record CaseUse(PersonId SubjectId, IReadOnlyDictionary<int, string> Effects)
{
    /// <summary>Stands for a step that is undone: it counts, but not against the budget of what it undoes.</summary>
    public const string Undo = "undo";

    /// <summary>Whose ticket it was; null for an operator's undo, and in hours from before this was counted.</summary>
    public PersonId? RequesterId { get; init; }
}
