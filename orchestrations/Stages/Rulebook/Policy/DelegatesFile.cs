using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/delegates.yaml</c>: who may ask for whom.</summary>
internal static class DelegatesFile
{
    private static readonly Dictionary<string, DelegateRelation> Words = new(StringComparer.Ordinal)
    {
        ["manager"] = DelegateRelation.Manager,
        ["member-of-group"] = DelegateRelation.MemberOfGroup,
    };

    public static IReadOnlyList<DelegateRule> Read(SectionReader reader, PolicyReferences known)
    {
        var rules = new List<DelegateRule>();
        foreach (var item in reader.Sections("delegates", "delegate rule"))
        {
            var runbooks = item.Texts("runbooks");
            foreach (var runbook in runbooks)
                CheckRunbook(item, runbook, known, rules);

            var relation = item.Choice("relation", Words) ?? DelegateRelation.Manager;
            var group = item.OptionalText("group");
            if (group is not null)
                item.IsObjectId(item.LineOf("group"), group);
            if ((relation == DelegateRelation.MemberOfGroup) != (group is not null))
                item.Fault(item.Line, "Only 'relation: member-of-group' has a 'group', and it needs one.", "Add or remove 'group'.");
            rules.Add(new DelegateRule(item.Text("id"), [.. runbooks.Select(runbook => runbook.Value)], relation, group is null ? null : new GroupId(group)));
            item.End();
        }

        reader.End();
        return rules;
    }

    private static void CheckRunbook(SectionReader item, YamlText runbook, PolicyReferences known, List<DelegateRule> rules)
    {
        if (!item.Known(runbook.Line, "runbook", runbook.Value, known.RunbookIds))
            return;
        if (known.Runbooks.First(one => one.Id == runbook.Value).Subject != SubjectRule.Delegate)
            item.Fault(runbook.Line, $"The runbook '{runbook.Value}' is only for the requester's own account.", "Write 'subject: delegate' in the runbook, or remove it here.");
        if (rules.Exists(rule => rule.Runbooks.Contains(runbook.Value, StringComparer.Ordinal)))
            item.Fault(runbook.Line, $"Another delegate rule names the runbook '{runbook.Value}' already.", "Keep one of them.");
    }
}
