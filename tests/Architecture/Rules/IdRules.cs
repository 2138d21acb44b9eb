using System.Reflection;
using System.Runtime.CompilerServices;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>An id has a type of its own wherever a signature names it: neither other text nor the id of something else can be passed.</summary>
public static class IdRules
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "caseId", "personId", "subjectId", "requesterId", "approverId", "groupId", "deviceId", "planHash", "targetId",
    };

    // Each with the reason why it is text.
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["NoticeReference.SubjectId"] = "What a notice is about: an approval, a hand-over or a case. Stored histories hold it by this name.",
    };

    /// <summary>Parameters and properties that are named as an id and are plain text.</summary>
    /// <param name="types">The types.</param>
    public static IEnumerable<string> AreTyped(IEnumerable<Type> types) =>
        from type in types
        where !type.IsDefined(typeof(CompilerGeneratedAttribute))
        from found in Parameters(type).Concat(Properties(type)).Distinct(StringComparer.Ordinal)
        where !Allowed.ContainsKey($"{type.Name}.{found}")
        select $"{type.FullName} has {found} as text.";

    private static IEnumerable<string> Parameters(Type type) =>
        from method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
        where !method.IsDefined(typeof(CompilerGeneratedAttribute))
        from parameter in method.GetParameters()
        where parameter.Name is { } name && Names.Contains(name) && IsText(parameter.ParameterType)
        select parameter.Name;

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        where Names.Contains(property.Name) && IsText(property.PropertyType)
        select property.Name;

    private static bool IsText(Type type) => (type.IsByRef ? type.GetElementType() : type) == typeof(string);
}
