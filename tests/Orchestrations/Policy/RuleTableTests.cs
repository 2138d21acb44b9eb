using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy;

/// <summary>No rule is written and then not asked, and none is asked that has no table of tests.</summary>
public sealed class RuleTableTests
{
    private static readonly Type[] All = [.. typeof(PolicyRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PolicyRule))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static TheoryData<Type> Rules => [.. All];

    [Fact]
    public void Rules_ThatWereWritten_AreAsked()
    {
        IEnumerable<Type> asked = AllInvariants.Rules.Concat(DataRules.All).Concat(OptionalRules.All).Select(rule => rule.GetType()).Append(typeof(UnknownRule));

        All.ShouldBe(asked, ignoreOrder: true);
        AllInvariants.Rules.ShouldAllBe(rule => rule.GetType().Namespace == typeof(AllInvariants).Namespace);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_ThatIsAsked_HasATableOfTests(Type rule)
    {
        var tests = GetType().Assembly.GetTypes().SingleOrDefault(type => type.Name == $"{rule.Name}Tests").ShouldNotBeNull();

        tests.Namespace.ShouldBe(rule.Namespace!.Replace(".Stages.Policy.", ".Tests.Policy.", StringComparison.Ordinal));
        tests.GetMethods().Any(method => method.IsDefined(typeof(TheoryAttribute), false)).ShouldBeTrue();
    }
}
