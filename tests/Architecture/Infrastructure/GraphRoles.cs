using System.Reflection;
using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Conversation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>The Graph application roles that the code needs, by class of risk, and how the two scripts write them.</summary>
internal static class GraphRoles
{
    private const string Operation = "HelpDesk.Adapters.Graph.Calls.GraphOperation";
    private const string BetaFolder = "HelpDesk.Adapters.Graph.Beta";

    /// <summary>Roles by class: <c>read</c>, <c>identity</c>, <c>credential</c>, <c>device</c>.</summary>
    public static IReadOnlyList<(string Class, string[] Roles)> All { get; } = Read();

    /// <summary>Roles that the reading identity needs in addition where beta endpoints are on.</summary>
    public static string[] Beta { get; } = ReadBeta();

    /// <summary>The lines of graph-roles.sh.</summary>
    public static string Shell => string.Join('\n', All.Append(("beta", Beta)).Select(entry => $"{entry.Item1}='{string.Join(' ', entry.Item2)}'"));

    /// <summary>The lines of graph-roles.ps1.</summary>
    public static string PowerShell =>
        $"$roles = [ordered]@{{\n{string.Join('\n', All.Select(entry => $"    {entry.Class} = {List(entry.Roles)}"))}\n}}\n$betaRoles = {List(Beta)}";

    /// <summary>What is between the marks of a script.</summary>
    public static string Block(string script) => script.Split("# <roles>\n")[1].Split("\n# </roles>")[0];

    private static string List(IEnumerable<string> roles) => $"@({string.Join(", ", roles.Select(role => $"'{role}'"))})";

    private static ServiceProvider Graph(bool useBeta) =>
        new ServiceCollection().AddLogging()
            .AddGraph(new ConfigurationBuilder().AddInMemoryCollection([new("Graph:UseBetaEndpoints", useBeta ? "true" : "false")]).Build()).AddManagerNotification()
            .BuildServiceProvider();

    // Operations of the beta folder are not static, so that they do not count where beta endpoints are off.
    private static string[] ReadBeta()
    {
        using var provider = Graph(useBeta: true);
        var operations =
            from type in typeof(GraphOptions).Assembly.GetTypes()
            where type.Namespace == BetaFolder
            from field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            where field.FieldType.FullName == Operation
            select (string)field.FieldType.GetProperty("Permission")!.GetValue(field.GetValue(provider.GetRequiredService(type)))!;
        var rotations = provider.GetRequiredService<RemediationCatalogue>().Descriptors.Where(item => item.IsBeta).SelectMany(item => item.Permissions);
        return Sorted(operations.Concat(rotations).Except(All.SelectMany(entry => entry.Roles), StringComparer.Ordinal));
    }

    private static List<(string Class, string[] Roles)> Read()
    {
        using var provider = Graph(useBeta: false);
        var remediations = provider.GetRequiredService<RemediationCatalogue>().Descriptors;
        return
        [
            ("read", Sorted(Operations().Concat(remediations.SelectMany(item => item.Permissions)).Where(IsRead))),
            Changing("identity", remediations.Where(item => !item.TouchesCredentials && item.Target != TargetKind.Device)),
            Changing("credential", remediations.Where(item => item.TouchesCredentials && !IsAction(item))),
            Changing("device", remediations.Where(IsAction)),
        ];
    }

    /// <summary>Operations that need more than their identity may: the class of an operation, its permission.</summary>
    public static IEnumerable<string> Overreach() =>
        from field in Fields()
        let operation = field.GetValue(null)!
        let identity = operation.GetType().GetProperty("Identity")!.GetValue(operation)!.ToString()
        let roles = All.Single(entry => identity!.StartsWith(entry.Class, StringComparison.OrdinalIgnoreCase)).Roles
        from permission in ((string)operation.GetType().GetProperty("Permission")!.GetValue(operation)!).Split(" + ")
        where !roles.Contains(permission, StringComparer.Ordinal)
        select $"{field.DeclaringType!.Name}.{field.Name} needs {permission}, which {identity} has not.";

    // Who changes reads nothing: a reading role is there only where a change itself needs one.
    private static (string Class, string[] Roles) Changing(string name, IEnumerable<RemediationDescriptor> remediations) =>
        (name, Sorted(remediations.SelectMany(item => item.Permissions).Where(role => !IsRead(role)).Concat(Operations(name))));

    // What is read beside remediations (people, groups, stock) is in no descriptor, but in the operations themselves.
    private static IEnumerable<string> Operations(string? identity = null) =>
        from field in Fields()
        let operation = field.GetValue(null)!
        where identity is null || operation.GetType().GetProperty("Identity")!.GetValue(operation)!.ToString()!.StartsWith(identity, StringComparison.OrdinalIgnoreCase)
        let permissions = (string)operation.GetType().GetProperty("Permission")!.GetValue(operation)!
        from permission in permissions.Split(" + ")
        select permission;

    private static IEnumerable<FieldInfo> Fields() =>
        from type in typeof(GraphOptions).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where field.FieldType.FullName == Operation
        select field;

    private static bool IsAction(RemediationDescriptor item) => item is { Target: TargetKind.Device, IsHandOver: false };

    // Who reads what opens a computer is no reader: the credential identity does it.
    private static bool IsRead(string permission) =>
        permission.Contains(".Read.", StringComparison.Ordinal) && permission is not ("DeviceLocalCredential.Read.All" or "BitlockerKey.Read.All");

    private static string[] Sorted(IEnumerable<string> roles) => [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
