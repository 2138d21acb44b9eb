using System.Reflection;
using System.Text.RegularExpressions;
using Mono.Cecil;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>
/// The import graph of one folder. Read from the compiled code (Mono.Cecil, because ArchUnitNET leaves out local variables and
/// arguments of attributes) and from the using directives (because a constant leaves no trace in compiled code).
/// </summary>
public static class Imports
{
    private static readonly Regex Namespace = new(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly Regex Using = new(@"^using (static )?(\w+ = )?(?<name>HelpDesk[\w.]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>What types under a namespace use of other types under it, each pair once.</summary>
    public static IReadOnlyList<Import> OfTypes(Assembly assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. (from type in module.GetTypes()
                let own = Outermost(type)
                where Import.IsIn(own.Namespace, root)
                from used in UsedTypes.Of(type)
                let other = Outermost(used)
                where other.Namespace != own.Namespace && Import.IsIn(other.Namespace, root)
                select new Import(own.FullName, own.Namespace, other.Namespace, other.FullName)).Distinct(),
        ];
    }

    /// <summary>What using directives under a namespace name under it; the namespaces are those that occur in the files.</summary>
    public static IReadOnlyList<Import> OfUsings(IEnumerable<SourceFile> files, string root)
    {
        var sources = (from file in files
                       let found = Namespace.Match(file.Text)
                       where found.Success && Import.IsIn(found.Groups["name"].Value, root)
                       select (file.Path, file.Text, Own: found.Groups["name"].Value)).ToList();
        var namespaces = sources.Select(source => source.Own).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (from source in sources
                from Match directive in Using.Matches(source.Text)
                let other = Known(directive.Groups["name"].Value, namespaces)
                where other is not null && other != source.Own
                select new Import(source.Path, source.Own, other, directive.Value)).Distinct(),
        ];
    }

    // The using of a type (static or alias) counts for its namespace.
    private static string? Known(string name, HashSet<string> namespaces)
    {
        while (!namespaces.Contains(name))
        {
            var dot = name.LastIndexOf('.');
            if (dot < 0)
                return null;
            name = name[..dot];
        }

        return name;
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
