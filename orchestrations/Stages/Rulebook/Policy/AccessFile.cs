using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/access.yaml</c>: what access can be asked to.</summary>
internal static class AccessFile
{
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(730);

    public static AccessCatalogue Read(SectionReader reader, ApprovalRules approvals)
    {
        var entries = new List<AccessEntry>();
        foreach (var item in reader.Sections("applications", "application"))
            entries.Add(Entry(item, AccessKind.Application, approvals));
        foreach (var item in reader.Sections("licences", "licence"))
            entries.Add(Entry(item, AccessKind.Licence, approvals));
        reader.End();

        foreach (var twice in entries.GroupBy(entry => entry.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            reader.Fault(1, $"The entry '{twice.Key}' is there twice.", "Give every entry its own id.");
        foreach (var kind in entries.GroupBy(entry => entry.Kind))
        {
            foreach (var twice in kind.SelectMany(entry => entry.Aliases).GroupBy(AccessCatalogue.Normalise, StringComparer.Ordinal).Where(group => group.Count() > 1))
                reader.Fault(1, $"Two entries have the alias '{twice.First()}'.", "An alias must lead to exactly one entry.");
        }

        foreach (var entry in entries)
        {
            foreach (var other in entry.Replaces.Where(other => other == entry.Id || !entries.Exists(one => one.Id == other && one.Kind == AccessKind.Licence)))
                reader.Fault(reader.LineOf("licences"), $"'{entry.Id}' replaces '{other}', which is no other licence of this file.", "Name ids of other licences, or remove 'replaces'.");
        }

        return new AccessCatalogue(entries);
    }

    private static AccessEntry Entry(SectionReader item, AccessKind kind, ApprovalRules approvals)
    {
        var key = kind == AccessKind.Application ? "group" : "sku";
        var id = item.Text("id");
        if (id is HelpDesk.Orchestrations.Domain.Policy.Access.AccessReference.Requested or HelpDesk.Orchestrations.Domain.Policy.Access.AccessReference.Replaced)
            item.Fault(item.LineOf("id"), $"The id '{id}' has a meaning of its own in runbooks.", "Choose another id.");
        var target = item.Text(key);
        if (target.Length > 0)
            item.IsObjectId(item.LineOf(key), target);
        var aliases = item.Texts("aliases");
        if (aliases.Count == 0)
            item.Fault(item.Line, $"The entry '{id}' has no alias, so no one can ask for it.", "Add 'aliases: [...]'.");
        var approval = item.Text("approval");
        if (approval.Length > 0 && approval != "none")
            item.Known(item.LineOf("approval"), "requirement", approval, [.. approvals.Requirements.Select(requirement => requirement.Name), "none"]);

        var entry = new AccessEntry(
            id, kind, item.Text("title"), [.. aliases.Select(alias => alias.Value)],
            kind == AccessKind.Application ? new GroupId(target.ToLowerInvariant()) : null,
            kind == AccessKind.Licence ? target.ToLowerInvariant() : null,
            approval == "none" ? null : approval,
            item.Duration("expires-after", Shortest, Longest, required: false))
        {
            Installs = kind == AccessKind.Application ? item.OptionalText("installs") : null,
            Replaces = kind == AccessKind.Licence ? [.. item.Texts("replaces").Select(other => other.Value)] : [],
        };
        item.End();
        return entry;
    }
}
