using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Architecture.Tests.Documents;

/// <summary>The closed lists of docs/runbook-format.md and docs/policy-format.md are those of the code; HELPDESK_WRITE_DOCS=1 renews them.</summary>
public sealed class FormatPageTests
{
    [Fact]
    public void RunbookPage_Conditions_AreThoseOfTheCode() =>
        Compare("docs/runbook-format.md", "conditions", ["| condition | holds when |", "|---|---|", .. RunbookConditions.All.Select(condition => $"| `{condition.Name}` | {condition.Meaning} |")]);

    [Fact]
    public void RunbookPage_Outcomes_AreThoseOfTheCode() => Compare(
        "docs/runbook-format.md", "outcomes",
        ["| outcome | true when | within |", "|---|---|---|", .. OutcomeConditions.All.Select(condition => $"| `{condition.Name}` | {condition.Meaning} | {PlainDuration.Write(condition.Within)} |")]);

    [Theory]
    [InlineData("invariants")]
    [InlineData("data-rules")]
    [InlineData("optional-rules")]
    public void PolicyPage_Rules_AreThoseOfTheCode(string list) =>
        Compare("docs/policy-format.md", list, [.. Rules(list).Select(rule => $"- `{rule.Name}`").Order(StringComparer.Ordinal)]);

    [Theory]
    [InlineData("docs/policy-format.md", "orchestrations/Stages/Rulebook/Policy")]
    [InlineData("docs/runbook-format.md", "orchestrations/Stages/Rulebook/Runbook")]
    public void Page_Keys_AreAllNamed(string page, string code)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        var keys = Repository.Files.Where(file => file.Path.StartsWith(code, StringComparison.Ordinal)).SelectMany(file => ReadKeys.Of(file.Text)).Distinct(StringComparer.Ordinal).ToList();
        keys.Count.ShouldBeGreaterThan(5);
        keys.Where(key => !text.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty($"{page} does not describe these keys.");
    }

    [Fact]
    public void PolicyPage_Files_AreThoseOfTheFolder() =>
        File.ReadAllLines(Repository.PathOf("docs/policy-format.md")).Where(line => line.EndsWith(".yaml", StringComparison.Ordinal) && line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])
            .ShouldBe(Directory.EnumerateFiles(Repository.PathOf("policy"), "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_OfPlantedCode_AreFound() =>
        ReadKeys.Of("var a = item.Text(\"one\"); reader.Sections(\"two\", \"what\"); Fault(\"three\"); section.Choice(\"four\", Words);").ShouldBe(["one", "two", "four"]);

    private static IReadOnlyList<PolicyRule> Rules(string list) => list switch
    {
        "invariants" => AllInvariants.Rules,
        "data-rules" => DataRules.All,
        _ => OptionalRules.All,
    };

    private static void Compare(string page, string list, IReadOnlyList<string> lines)
    {
        var path = Repository.PathOf(page);
        var text = File.ReadAllText(path);
        var begin = text.IndexOf($"<!-- {list} -->\n", StringComparison.Ordinal) + $"<!-- {list} -->\n".Length;
        var end = text.IndexOf($"<!-- /{list} -->", StringComparison.Ordinal);
        var wanted = string.Concat(lines.Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("HELPDESK_WRITE_DOCS") == "1")
            File.WriteAllText(path, text = string.Concat(text.AsSpan(0, begin), wanted, text.AsSpan(end)));
        text.ShouldContain($"<!-- {list} -->\n{wanted}<!-- /{list} -->", Case.Sensitive, $"{page} is out of date: run with HELPDESK_WRITE_DOCS=1.");
    }
}
