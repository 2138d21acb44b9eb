namespace HelpDesk.Architecture.Tests.Language;

/// <summary>
/// Pages, messages, logs and documents are in plain English: they use no phrase of forbidden.txt. What is left is counted for each file in
/// remaining.txt, which may only shrink; HELPDESK_WRITE_DOCS=1 lowers it.
/// </summary>
public sealed class PlainEnglishTests
{
    private const string Folder = "tests/Architecture/Language/";

    private static readonly IReadOnlyList<ForbiddenPhrase> Phrases = ForbiddenPhrase.Read(File.ReadAllText(Repository.PathOf(Folder + "forbidden.txt")));

    [Fact]
    public void English_OfTheRepository_UsesNoForbiddenPhrase()
    {
        var uses = PlainEnglish.Read(PlainEnglish.Files(), Phrases).ToLookup(use => use.Path);
        var remaining = Remaining();
        if (Environment.GetEnvironmentVariable("HELPDESK_WRITE_DOCS") == "1")
            Lower(uses, remaining);
        uses.Where(file => file.Count() > remaining.GetValueOrDefault(file.Key)).SelectMany(file => file).Select(use => use.ToString())
            .ShouldBeEmpty("Forbidden phrases: more than remaining.txt has for the file.");
        remaining.Where(file => uses[file.Key].Count() < file.Value).Select(file => $"{file.Key} has {uses[file.Key].Count()} left, not {file.Value}: run with HELPDESK_WRITE_DOCS=1.")
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("web/X.razor", "<p>Somebody decides.</p>", "Somebody")]
    [InlineData("web/X.razor", "<p title=\"Thrown away at once\">Fine</p>", "Thrown away")]
    [InlineData("web/X.razor", "@if (a)\n{\n<td>@Model.Name is\n as wanted</td>\n}", "as wanted")]
    [InlineData("orchestrations/X.cs", "var a = $\"{gate} at {b(\"c d\")} the gate is open\";", "gate")]
    [InlineData("orchestrations/X.cs", "var a = '\"'; var b = @\"say \"\"c\"\" as wanted\";", "as wanted")]
    [InlineData("local/X.cs", "var a = \"\"\"\n  the run\n  was parked\n  \"\"\";", "parked")]
    [InlineData("docs/x.md", "The Azure head is `the local head`.", "Azure head")]
    [InlineData("runbooks/x.yaml", "# heals by itself", "heals")]
    [InlineData("intents/x/intent.yaml", "examples:\n  - nobody\ndescription: Taken by somebody.\n", "somebody")]
    [InlineData("policy/x.yaml", "# Silence until then is a no.", "Silence until then is a no")]
    public void Phrase_Planted_IsFoundOnce(string path, string text, string phrase) =>
        PlainEnglish.Read([new SourceFile(path, text)], Phrases).ShouldHaveSingleItem().Phrase.ShouldBe(phrase);

    [Fact]
    public void Phrase_Planted_IsReportedWithLineAndReplacement() =>
        PlainEnglish.Read([new SourceFile("docs/x.md", "Fine.\nA mass run.\n")], Phrases).ShouldHaveSingleItem().ToString()
            .ShouldBe("docs/x.md:2: 'mass': write bulk.");

    [Theory]
    [InlineData("web/X.razor", "@foreach (var gate in Model.Gates)\n{\n<Gate Value=\"gate\" />\n}")]
    [InlineData("orchestrations/X.cs", "// somebody\nvar gate = Gate(\"gate\", $\"{gate}\"); /* nobody */")]
    [InlineData("docs/x.md", "[the service desk](mass.md) injected faults, the head of the chain, the help desk.")]
    [InlineData("docs/x.md", "```\nthe gate\n```\nand `somebody`")]
    [InlineData("intents/x/intent.yaml", "title: Outage\ncues:\n  about:\n    en: [nobody]\nexamples:\n  - \"Nobody can work.\"\n")]
    [InlineData("simulator/X.cs", "var a = \"no such fault\";")]
    public void Phrase_WhereItIsRight_IsNotFound(string path, string text) => PlainEnglish.Read([new SourceFile(path, text)], Phrases).ShouldBeEmpty();

    private static Dictionary<string, int> Remaining() =>
        File.ReadAllLines(Repository.PathOf(Folder + "remaining.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));

    // Never raises a count and never adds a file.
    private static void Lower(ILookup<string, PlainEnglish.Use> uses, Dictionary<string, int> remaining)
    {
        foreach (var (path, count) in remaining.ToList())
        {
            remaining[path] = Math.Min(count, uses[path].Count());
            if (remaining[path] == 0)
                remaining.Remove(path);
        }
        File.WriteAllLines(
            Repository.PathOf(Folder + "remaining.txt"),
            ["# Forbidden phrases left in each file. This list may only shrink (HELPDESK_WRITE_DOCS=1 lowers it).", .. remaining.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value}")]);
    }
}
