using System.Reflection;
using System.Runtime.CompilerServices;
using ArchUnitNET.Loader;
using HelpDesk.Orchestrations.Foundation.Durable;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>Rules that only the compiled types show.</summary>
public static class TypeRules
{
    private const string Adapters = "HelpDesk.Adapters.";

    /// <summary>Dependencies of types of one adapter's folder on types of another's, also those that no using shows.</summary>
    public static IEnumerable<string> AdaptersAreApart(Assembly assembly) =>
        (from type in new ArchLoader().LoadAssemblies(assembly).Build().Types
         let own = Folder(type.FullName)
         where own is not null
         from dependency in type.Dependencies
         let other = Folder(dependency.Target.FullName)
         where other is not null && other != own
         select $"{type.FullName} uses {dependency.Target.FullName}.").Distinct();

    /// <summary>Workflows with fields: they would not be the same after a replay.</summary>
    public static IEnumerable<string> WorkflowsHaveNoFields(IEnumerable<Type> types) =>
        from type in types
        where IsWorkflow(type)
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !(field.IsStatic && field.IsInitOnly) && !field.IsDefined(typeof(CompilerGeneratedAttribute))
        select $"{type.FullName} has the field {field.Name}.";

    private static bool IsWorkflow(Type type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsGenericType && above.GetGenericTypeDefinition() == typeof(Workflow<,>))
                return true;
        }

        return false;
    }

    // HelpDesk.Adapters.Graph.Calls.X: Graph. What lies in HelpDesk.Adapters itself is for all.
    private static string? Folder(string fullName)
    {
        if (!fullName.StartsWith(Adapters, StringComparison.Ordinal))
            return null;
        var parts = fullName[Adapters.Length..].Split('.');
        return parts.Length > 1 ? parts[0] : null;
    }
}
