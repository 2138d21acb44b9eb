using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary>Reads all policy files. Each is required: a missing one must not mean "no rule".</summary>
internal static class PolicyFiles
{
    private static readonly string[] Names =
        ["access", "approvals", "approvers", "budgets", "confidence", "containment", "delegates", "demands", "freezes", "bulk", "modes", "proofs", "protection", "questions", "routing", "shares", "switches", "systems"];

    public static PolicySet Read(
        IReadOnlyList<ConfigurationFile> files, IReadOnlyDictionary<string, string> approverGroupIds, PolicyReferences known, ConfigurationReport report)
    {
        var expected = Names.Append(SystemsFile.Own).Select(name => $"policy/{name}.yaml").ToList();
        foreach (var stranger in files.Where(file => !expected.Contains(file.Key, StringComparer.Ordinal)))
            report.Add(stranger.Name, 1, $"No such policy file is known.{Nearest.Hint(stranger.Key, expected)}", $"Use one of: {string.Join(", ", expected)}.");

        SectionReader Open(string name)
        {
            var path = $"policy/{name}.yaml";
            if (files.FirstOrDefault(file => file.Key == path) is not { } file)
            {
                report.Add(path, 1, "The policy file is missing.", "Add it; the shipped one is a start.");
                return Unreadable(path);
            }

            return StrictYaml.Read(file, report) is { } map ? new SectionReader(map, file.Name, $"{name}.yaml", report) : Unreadable(path);
        }

        // Only what an organisation adds: without the file nothing is missing.
        SectionReader? OpenIfThere(string name) => files.Any(file => file.Key == $"policy/{name}.yaml") ? Open(name) : null;

        var external = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var approvers = ApproversFile.Read(Open("approvers"), approverGroupIds, external);
        var approvals = ApprovalsFile.Read(Open("approvals"), approvers, known);
        var protection = Open("protection");
        var protectedPeople = ProtectionFile.Read(protection);
        if (protectedPeople.ReachGroups.Count > 0 && approvals.Reach is null)
            protection.Fault(protection.LineOf("reach-groups"), "No requirement is named for people with reach.", "Name one under 'reach' in policy/approvals.yaml.");
        var switches = SwitchesFile.Read(Open("switches"));
        return new PolicySet
        {
            Hash = Hash(files, approverGroupIds),
            Approvers = approvers,
            ExternalDeciders = external,
            Approvals = approvals,
            Modes = ModesFile.Read(Open("modes"), known),
            Freezes = FreezesFile.Read(Open("freezes"), known),
            Budgets = BudgetsFile.Read(Open("budgets"), known),
            Proofs = ProofsFile.Read(Open("proofs"), known),
            Protection = protectedPeople,
            Confidence = ConfidenceFile.Read(Open("confidence")),
            Containment = ContainmentFile.Read(Open("containment"), known),
            Delegates = DelegatesFile.Read(Open("delegates"), known),
            Demands = DemandsFile.Read(Open("demands")),
            KillSwitchIsOnByDefault = switches,
            Bulk = BulkFile.Read(Open("bulk"), approvals),
            Access = AccessFile.Read(Open("access"), approvals),
            Routing = RoutingFile.Read(Open("routing"), known),
            Systems = SystemsFile.Read(Open("systems"), OpenIfThere(SystemsFile.Own), known),
            Shares = SharesFile.Read(Open("shares"), known),
            Questions = QuestionsFile.Read(Open("questions"), known),
        };
    }

    /// <summary>Hash over everything that can change a verdict, independent of the order in which files were found.</summary>
    public static string Hash(IReadOnlyList<ConfigurationFile> files, IReadOnlyDictionary<string, string> approverGroupIds)
    {
        var lines = files.Select(file => $"{file.Key} {file.Hash}")
            .Concat(approverGroupIds.Select(group => $"setting {group.Key} {group.Value}"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    // What is missing or no YAML has its fault already; faults of an empty stand-in would only repeat it, so they go nowhere.
    private static SectionReader Unreadable(string path) => new(new YamlMap([], 1), path, path, new ConfigurationReport());
}
