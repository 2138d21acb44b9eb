using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/approvals.yaml</c>: named requirements, and which remediation needs which.</summary>
internal static class ApprovalsFile
{
    private const int MaxQuorum = 5;
    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["may-decide"] = true };
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(14);

    public static ApprovalRules Read(SectionReader reader, IReadOnlyDictionary<string, ApproverGroup> approvers, PolicyReferences known)
    {
        var requirements = new List<NamedRequirement>();
        foreach (var item in reader.Sections("requirements", "requirement"))
        {
            var requirement = Requirement(item, approvers);
            if (requirements.Exists(other => other.Name == requirement.Name))
                item.Fault(item.Line, $"The requirement '{requirement.Name}' is there twice.", "Keep one of them.");
            requirements.Add(requirement);
        }

        var names = requirements.Select(requirement => requirement.Name).ToList();
        var fallback = reader.Text("default");
        if (fallback.Length > 0)
            reader.Known(reader.LineOf("default"), "requirement", fallback, names);

        var byRemediation = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.Section("by-remediation") is { } section)
        {
            foreach (var key in section.Keys)
            {
                var name = section.Text(key.Value);
                if (section.Known(key.Line, "remediation", key.Value, known.RemediationIds) && section.Known(key.Line, "requirement", name, names))
                    byRemediation[key.Value] = name;
            }
        }

        var reach = reader.OptionalText("reach");
        if (reach is not null)
            reader.Known(reader.LineOf("reach"), "requirement", reach, names);
        reader.End();
        return new ApprovalRules(requirements, fallback, byRemediation) { Reach = reach };
    }

    private static NamedRequirement Requirement(SectionReader item, IReadOnlyDictionary<string, ApproverGroup> approvers)
    {
        var name = item.Text("name");
        var group = item.Text("approvers");
        var fallback = item.Text("fallback");
        foreach (var (key, value) in new[] { ("approvers", group), ("fallback", fallback) })
        {
            if (value.Length > 0)
                item.Known(item.LineOf(key), "approver group", value, [.. approvers.Keys]);
        }

        var quorum = item.Number("quorum", 1, MaxQuorum, 1);
        var remind = item.Duration("remind-after", Soonest, Latest) ?? Soonest;
        var escalate = item.Duration("escalate-after", Soonest, Latest) ?? Soonest;
        var deadline = item.Duration("deadline", Soonest, Latest) ?? Latest;
        if (remind > escalate || escalate >= deadline)
            item.Fault(item.LineOf("deadline"), $"The times of '{name}' are out of order.", "Let remind-after come first, then escalate-after, then deadline.");
        var asksManager = item.Choice("manager", YesNo, required: false) ?? false;
        item.End();
        return new NamedRequirement(name, new ApprovalRequirement(group, fallback, quorum, remind, escalate, deadline) { AsksManager = asksManager }, item.Line);
    }
}
