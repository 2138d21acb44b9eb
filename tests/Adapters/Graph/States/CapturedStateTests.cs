using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph.States;

/// <summary>
/// What is captured before a step can be read and compared by every later release. The files of tests/golden/states are never edited: a
/// plan that holds such a text may wait for its approval or its undo. A field added to a form gets one more file, FORM.WHAT.json.
/// </summary>
public class CapturedStateTests
{
    private static readonly IReadOnlyList<Type> Kinds =
        [.. new[] { typeof(GraphOptions), typeof(TargetState) }.SelectMany(type => type.Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(TargetState)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static TheoryData<string> Names => new(Kinds.Select(type => type.Name));

    /// <summary>The forms of every kind.</summary>
    internal static IReadOnlySet<string> Forms { get; } = Kinds.Select(FormOf).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Forms_OfAllKinds_AreDifferent() => Forms.Count.ShouldBe(Kinds.Count);

    [Fact]
    public void Golden_EveryFile_IsOfAKnownForm() =>
        Directory.GetFiles(Folder).Select(file => Path.GetFileName(file).Split('.')[0]).ShouldBeSubsetOf(Forms.Select(FileOf));

    [Theory]
    [MemberData(nameof(Names))]
    public void Kind_HasAGoldenFileWithEveryField(string name)
    {
        var kind = Kinds.Single(type => type.Name == name);

        // Written as today, and no field is left at its default: a renamed or forgotten one would change the text.
        var written = GoldenOf(kind).Where(text => Read(kind, text).ToJson() == text).ShouldHaveSingleItem($"tests/golden/states/{FileOf(FormOf(kind))}.json");
        foreach (var property in kind.GetConstructors().Single().GetParameters().Select(parameter => kind.GetProperty(parameter.Name!)!))
            IsSaid(property.GetValue(Read(kind, written))).ShouldBeTrue($"{name}.{property.Name} has no value in the golden file.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_KeptByAnEarlierRelease_IsReadAndMatchesItself(string name)
    {
        var kind = Kinds.Single(type => type.Name == name);

        foreach (var kept in GoldenOf(kind))
            Read(kind, kept).Matches(kept).ShouldBeTrue(kept);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Field_OfAState_IsNamedAsItIsRead(string name)
    {
        var kind = Kinds.Single(type => type.Name == name);
        using var written = JsonDocument.Parse(Read(kind, GoldenOf(kind).First()).ToJson());

        written.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(
            kind.GetConstructors().Single().GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).Append("form"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Field_WithAnotherValue_IsDrift(string name)
    {
        var kind = Kinds.Single(type => type.Name == name);
        var kept = GoldenOf(kind).Last();

        foreach (var parameter in kind.GetConstructors().Single().GetParameters())
            Without(kind, kept, parameter.Name!).Matches(kept).ShouldBeFalse(parameter.Name);
    }

    // The same with one field at its default: no owner, no group, not enabled.
    private static TargetState Without(Type kind, string kept, string name)
    {
        using var read = JsonDocument.Parse(kept);
        var changed = read.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.Clone(), StringComparer.OrdinalIgnoreCase);
        changed[name] = JsonSerializer.SerializeToElement<object?>(changed[name].ValueKind switch
        {
            JsonValueKind.True => false,
            JsonValueKind.Array => Array.Empty<string>(),
            JsonValueKind.Object => new { hasLicence = false, disabledPlans = Array.Empty<string>() },
            _ when kind.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.PropertyType == typeof(DateTimeOffset?) => null,
            _ => "another",
        });
        return Read(kind, JsonSerializer.Serialize(changed));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "golden", "states");

    private static string FileOf(string form) => form.Replace('/', '-');

    private static string FormOf(Type kind) => ((TargetState)RuntimeHelpers.GetUninitializedObject(kind)).Form;

    private static List<string> GoldenOf(Type kind) =>
        [.. Directory.GetFiles(Folder, $"{FileOf(FormOf(kind))}.*json").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file).TrimEnd())];

    private static TargetState Read(Type kind, string text) => (TargetState)JsonSerializer.Deserialize(text, kind, DurableJson.Options)!;

    private static bool IsSaid(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        IEnumerable items => items.Cast<object?>().Any(),
        _ => true,
    };
}
