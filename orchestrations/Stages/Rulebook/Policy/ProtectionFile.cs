using HelpDesk.Orchestrations.Domain.Policy.Protection;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/protection.yaml</c>: who is protected.</summary>
internal static class ProtectionFile
{
    public static ProtectionRules Read(SectionReader reader)
    {
        var rules = new ProtectionRules(Ids(reader, "vip-groups"), Ids(reader, "break-glass-groups"), Ids(reader, "break-glass-accounts"))
        {
            ReachGroups = Ids(reader, "reach-groups"),
        };
        if (rules.BreakGlassGroups.Count + rules.BreakGlassAccounts.Count == 0)
            reader.Fault(1, "No break-glass account is named.", "Name the emergency accounts or their group, so that nothing ever touches them.");
        reader.End();
        return rules;
    }

    private static HashSet<string> Ids(SectionReader reader, string key)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in reader.Texts(key))
        {
            if (reader.IsObjectId(id.Line, id.Value))
                ids.Add(id.Value);
        }

        return ids;
    }
}
