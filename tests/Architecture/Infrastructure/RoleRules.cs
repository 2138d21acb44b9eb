using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>Who may do what: as the table says, and no more.</summary>
internal static partial class RoleRules
{
    // Ids of built-in roles, from Microsoft's list "Azure built-in roles".
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["090c5cfd-751d-490a-894a-3ce6f1109419"] = "Azure Service Bus Data Owner",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["12338af0-0e69-4776-bea7-57ae8d297424"] = "Key Vault Crypto User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"] = "Cognitive Services OpenAI User",
        ["auditAppender"] = "HelpDesk audit appender",
        ["checkpointKeeper"] = "HelpDesk checkpoint keeper",
        ["recordWriter"] = "HelpDesk record writer",
    };

    private static readonly string[] OnlyAdding =
    [
        "Microsoft.Storage/storageAccounts/tableServices/tables/entities/read",
        "Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action",
    ];

    /// <summary>Assignments that the table of README.md lacks, or that are not what they say, and lines of the table that nothing stands for.</summary>
    public static IEnumerable<string> Table(ArmTemplate template, string readme)
    {
        var stated = Line().Matches(readme).Select(line => $"{line.Groups["who"].Value}: {line.Groups["role"].Value} on {line.Groups["on"].Value}").ToHashSet(StringComparer.Ordinal);
        var real = Assignments(template).Select(assignment => assignment.Value("properties.description") ?? $"{assignment.Label} without a description").ToArray();
        return
        [
            .. real.Where(text => !stated.Contains(text)).Select(text => $"README.md does not list \"{text}\"."),
            .. stated.Except(real, StringComparer.Ordinal).Select(text => $"Nothing gives \"{text}\"."),
            .. real.GroupBy(text => text, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"\"{same.Key}\" is given twice."),
            .. from assignment in Assignments(template)
               let role = RoleId().Match(assignment.Value("properties.roleDefinitionId") ?? "").Groups["role"].Value
               let says = assignment.Value("properties.description") ?? ""
               where !says.Contains($": {BuiltIn.GetValueOrDefault(role, "?")} on ", StringComparison.Ordinal)
               select $"\"{says}\" gives the role {BuiltIn.GetValueOrDefault(role, role)}.",
        ];
    }

    /// <summary>Assignments at the audit table other than that of the appender, and such as reach it from above.</summary>
    public static IEnumerable<string> AuditTable(ArmTemplate template)
    {
        var atTable = Assignments(template).Where(item => Scope(item).Contains(", 'audit')]", StringComparison.Ordinal)).ToArray();
        return
        [
            .. Assignments(template)
                .Where(item => Scope(item).Length == 0 || (Scope(item).Contains("recordsStorage", StringComparison.Ordinal) && !TableOrContainer().IsMatch(Scope(item))))
                .Select(item => $"\"{item.Value("properties.description")}\" reaches the audit table from above."),
            .. atTable.Length == 1 && atTable[0].Value("properties.roleDefinitionId") == "[parameters('customRoles').auditAppender]"
                ? []
                : new[] { "The audit table is not given to the appender alone." },
            .. Names(template, "roleAssignments", "changingTables").Order().SequenceEqual(Tables.All.Except([Tables.Audit, Tables.Checkpoints]).Order())
                ? []
                : new[] { "The writer's tables are not all but audit and checkpoints." },
            .. Names(template, "recordsStorage", "tableNames").Order().SequenceEqual(Tables.All.Order()) ? [] : new[] { "The tables made are not those of Tables.All." },
        ];
    }

    /// <summary>Own roles that may do anything by a wildcard, delete, or (the appender) change.</summary>
    public static IEnumerable<string> OwnRoles(ArmTemplate template)
    {
        foreach (var role in template.Resources.Where(resource => resource.Type == "Microsoft.Authorization/roleDefinitions"))
        {
            var name = role.Value("properties.roleName")!;
            var permission = (JsonObject)role.Json["properties"]!["permissions"]!.AsArray().Single()!;
            string[] actions = [.. permission["actions"]!.AsArray().Concat(permission["dataActions"]!.AsArray()).Select(action => action!.ToString())];
            if (actions.Any(action => action.Contains('*', StringComparison.Ordinal) || action.Contains("delete", StringComparison.OrdinalIgnoreCase)))
                yield return $"{name} has a wildcard or may delete.";
            if (name.Contains("audit appender", StringComparison.Ordinal) && !actions.Order().SequenceEqual(OnlyAdding.Order()))
                yield return $"{name} may do other than read and add entities.";
            if (name.Contains("checkpoint keeper", StringComparison.Ordinal) && actions.Any(action => action.Contains("update", StringComparison.Ordinal) || action.EndsWith("/write", StringComparison.Ordinal)))
                yield return $"{name} may change what it added.";
        }
    }

    private static IEnumerable<ArmResource> Assignments(ArmTemplate template) =>
        template.Resources.Where(resource => resource.Type == "Microsoft.Authorization/roleAssignments");

    private static IEnumerable<string> Names(ArmTemplate template, string module, string variable) =>
        ((JsonArray)template.Module(module)["variables"]![variable]!).Select(name => name!.ToString());

    private static string Scope(ArmResource assignment) => assignment.Value("scope") ?? "";

    [GeneratedRegex(@"^\| (?<who>app|deployer) \| (?<role>[^|]+) \| (?<on>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"'(?<role>[0-9a-f-]{36})'\)\]$|^\[parameters\('customRoles'\)\.(?<role>\w+)\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RoleId();

    [GeneratedRegex(@"(tableServices/tables|blobServices/containers)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TableOrContainer();
}
