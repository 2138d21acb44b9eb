using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/approvers.yaml</c>: the groups of people who may approve.</summary>
internal static class ApproversFile
{
    private const string ExternalPeople = "external-people";

    public static IReadOnlyDictionary<string, ApproverGroup> Read(SectionReader reader, IReadOnlyDictionary<string, string> overrides, ISet<string> external)
    {
        var groups = new Dictionary<string, ApproverGroup>(StringComparer.Ordinal);
        foreach (var item in reader.Sections("groups", "approver group"))
        {
            var name = item.Text("name");
            var written = item.Text("id");
            var id = overrides.GetValueOrDefault(name, written);
            item.IsObjectId(item.LineOf("id"), id);
            if (name.Length > 0 && !groups.TryAdd(name, new ApproverGroup(name, item.Text("title"), new GroupId(id.ToLowerInvariant()), item.Line)))
                item.Fault(item.Line, $"The approver group '{name}' is there twice.", "Keep one of them.");
            item.End();
        }

        foreach (var id in reader.Texts(ExternalPeople).Where(id => reader.IsObjectId(id.Line, id.Value)))
            external.Add(id.Value);
        if (groups.Count == 0)
            reader.Fault(reader.LineOf("groups"), "There is no approver group.", "Add at least one under 'groups:'.");
        foreach (var stranger in overrides.Keys.Where(name => !groups.ContainsKey(name)))
            reader.Fault(1, $"The setting {RulebookOptions.ApproversSection}:{stranger} names no approver group.{Nearest.Hint(stranger, groups.Keys)}", "Correct the setting's name or remove it.");
        reader.End();
        return groups;
    }
}
