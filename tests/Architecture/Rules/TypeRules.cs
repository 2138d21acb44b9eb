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
    /// <summary>Most parameters of a constructor: what needs more does more than one thing, or a concept between its parts is missing.</summary>
    public const int MostParameters = 6;

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

    /// <summary>Classes with a constructor of more than <see cref="MostParameters"/> parameters; records are data and may have more.</summary>
    /// <param name="types">The types.</param>
    public static IEnumerable<string> ConstructorsAreSmall(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !IsRecord(type) && MostOf(type) > MostParameters
        select $"{type.FullName} has a constructor of {MostOf(type)} parameters.";

    private static int MostOf(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty().Max();

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

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
