using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Documents;

/// <summary>docs/promises.md names tests for each promise, and every test class it names exists.</summary>
public sealed partial class PromiseTests
{
    [Fact]
    public void Promises_TheirTests_Exist()
    {
        var classes = Repository.Files.Where(file => file.Room == "tests").Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet(StringComparer.Ordinal);
        Missing(File.ReadAllText(Repository.PathOf("docs/promises.md")), classes).ShouldBeEmpty();
    }

    [Fact]
    public void Promise_WithAnUnknownTestOrNone_IsFound() =>
        Missing("## P1 A\n- `AlphaTests`\n- `BetaTests`\n## P2 B\nNothing.\n", new HashSet<string> { "AlphaTests" })
            .ShouldBe(["P1 names BetaTests, which is not there.", "P2 names no test."]);

    [Fact]
    public void Promises_OfThePage_AreSeven() =>
        Promise().Matches(File.ReadAllText(Repository.PathOf("docs/promises.md"))).Select(found => found.Groups["id"].Value).ShouldBe(["P1", "P2", "P3", "P4", "P5", "P6", "P7"]);

    private static IEnumerable<string> Missing(string page, IReadOnlySet<string> classes)
    {
        foreach (var promise in page.Split("\n## ", StringSplitOptions.None).Select(part => part.TrimStart('#', ' ')).Where(part => part.StartsWith('P') && char.IsDigit(part[1])))
        {
            var named = TestClass().Matches(promise).Select(found => found.Groups["name"].Value).ToList();
            if (named.Count == 0)
                yield return $"{promise[..2]} names no test.";
            foreach (var name in named.Where(name => !classes.Contains(name)))
                yield return $"{promise[..2]} names {name}, which is not there.";
        }
    }

    [GeneratedRegex(@"`(?<name>\w+Tests)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^## (?<id>P\d) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Promise();
}
