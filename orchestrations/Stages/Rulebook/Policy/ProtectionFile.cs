using HelpDesk.Orchestrations.Domain.Policy.Protection;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/protection.yaml</c>: who is protected.</summary>
internal static class ProtectionFile
{
    private const int ShortestName = 3;

    public static ProtectionRules Read(SectionReader reader)
    {
        var rules = new ProtectionRules(Ids(reader, "vip-groups"), Ids(reader, "break-glass-groups"), Ids(reader, "break-glass-accounts"))
        {
            ReachGroups = Ids(reader, "reach-groups"),
            ServiceAccountGroups = Ids(reader, "service-account-groups"),
            ServiceAccounts = Ids(reader, "service-accounts"),
            ServiceAccountNames = Names(reader, "service-account-names"),
        };
        if (rules.BreakGlassGroups.Count + rules.BreakGlassAccounts.Count == 0)
            reader.Fault(1, "No break-glass account is named.", "Name the emergency accounts or their group, so that nothing ever touches them.");
        reader.End();
        return rules;
    }

    // A short beginning would take people for service accounts.
    private static List<string> Names(SectionReader reader, string key)
    {
        var names = new List<string>();
        foreach (var name in reader.Texts(key))
        {
            if (name.Value.Length < ShortestName || name.Value.Contains('@', StringComparison.Ordinal))
                reader.Fault(name.Line, $"'{name.Value}' of '{key}' is not the beginning of a user name.", "Write at least 3 characters before the at sign, such as 'svc-'.");
            else
                names.Add(name.Value);
        }

        return names;
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
