using HelpDesk.Orchestrations.Domain.Policy.Budgets;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/budgets.yaml</c>: how much may be done in an hour.</summary>
internal static class BudgetsFile
{
    // The hour's record names every effect in it: 5,000 fit into one record of the store.
    private const int Most = 5_000;

    private static readonly TimeSpan LongestRepeat = TimeSpan.FromDays(90);

    public static BudgetRules Read(SectionReader reader, PolicyReferences known)
    {
        var byRemediation = new Dictionary<string, int>(StringComparer.Ordinal);
        if (reader.Section("by-remediation") is { } section)
        {
            foreach (var key in section.Keys)
            {
                var limit = section.Number(key.Value, 0, Most);
                if (section.Known(key.Line, "remediation", key.Value, known.RemediationIds))
                    byRemediation[key.Value] = limit;
            }
        }

        var rules = new BudgetRules(
            reader.Number("effects-per-hour", 0, Most),
            reader.Number("effects-per-subject-per-hour", 0, 500),
            byRemediation,
            reader.Number("outage-suspected-at", 2, Most))
        {
            EffectsPerRequesterPerHour = reader.Number("effects-per-requester-per-hour", 0, Most, 60),
            ApprovalsPerRequesterPerHour = reader.Number("approvals-per-requester-per-hour", 1, 500, 6),
            ApprovalsPerChannelPerHour = reader.Number("approvals-per-channel-per-hour", 1, Most, 200),
            PlanAgainPerCase = reader.Number("plan-again-per-case", 0, 3, 1),
            CardsPerHour = reader.Number("cards-per-hour", 1, 500, 40),
        };
        if (reader.Duration("same-fix-after", TimeSpan.Zero, LongestRepeat, required: false) is { } sameFix)
            rules = rules with { SameFixAfter = sameFix };
        var except = reader.Texts("same-fix-except");
        foreach (var runbook in except)
            reader.Known(runbook.Line, "runbook", runbook.Value, known.RunbookIds);
        rules = rules with { SameFixExcept = [.. except.Select(runbook => runbook.Value)] };
        reader.End();
        return rules;
    }
}
