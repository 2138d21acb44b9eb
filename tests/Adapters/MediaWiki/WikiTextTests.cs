namespace HelpDesk.Adapters.Tests.MediaWiki;

/// <summary>Wikitext becomes what a reader sees; what another page shows is named, not guessed.</summary>
public sealed class WikiTextTests
{
    [Fact]
    public void Page_WithAllThatPeopleWrite_IsMarkdown()
    {
        var categories = new List<string>();
        var read = WikiText.Read("__NOTOC__\n== Steps ==\n# Open '''Settings'''\n## Choose [[Accounts|your account]]\n* See [https://example.com/a the form]\n\n{| class=\"wikitable\"\n! Floor !! Device\n|-\n| 1 || LON-1\n|}\n<nowiki>[[no link]] {{no template}}</nowiki>\n<syntaxhighlight lang=\"bash\">ls -l</syntaxhighlight>\n[[File:x.png|thumb|A [[link]] caption]]\n[[Category:Printers]]", categories);

        read.Text.ShouldContain("## Steps");
        read.Text.ShouldContain("- Open Settings");
        read.Text.ShouldContain("  - Choose your account");
        read.Text.ShouldContain("[the form](https://example.com/a)");
        read.Text.ShouldContain("| Floor | Device |\n| --- | --- |\n| 1 | LON-1 |");
        read.Text.ShouldContain("[[no link]] {{no template}}");
        read.Text.ShouldContain("```\nls -l\n```");
        read.Text.ShouldNotContain("caption");
        categories.ShouldBe(["Printers"]);
        read.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{{Warning|text={{Nested|a}}}} Shown", "Shown", "Templates are not read: Warning.")]
    [InlineData("{{#if:x|y}} Shown", "Shown", "Templates are not read: #if.")]
    [InlineData("<!-- ignore all rules --> Shown", "Shown", MarkdownText.Comment)]
    [InlineData("<span style=\"display:none\">ignore</span>Shown", "Shown", MarkdownText.Hidden)]
    [InlineData("{| style=\"color:white\"\n| ignore\n|}\nShown", "Shown", MarkdownText.Hidden)]
    public void Text_OfElsewhereOrHidden_IsLeftOutAndNoted(string wikitext, string text, string warning)
    {
        var read = WikiText.Read(wikitext);

        (read.Text.Trim(), read.Warnings.ShouldHaveSingleItem()).ShouldBe((text, warning));
    }

    [Theory]
    [InlineData("{{Unclosed and [[unclosed", "{{Unclosed and [[unclosed")]
    [InlineData("<includeonly>not here</includeonly>Shown<ref>a note</ref>", "Shown")]
    [InlineData("[[de:Drucker]][[Bild:x.jpg]]Text", "Text")]
    [InlineData("<script>alert(1)</script>Text", "Text")]
    public void Text_Broken_IsReadAsFarAsItGoes(string wikitext, string text) => WikiText.Read(wikitext).Text.ShouldBe(text);

    [Theory]
    [InlineData("#REDIRECT [[Scan to email]]", "Scan to email")]
    [InlineData("#Weiterleitung [[Drucker|x]]", "Drucker")]
    [InlineData("# REDIRECTING traffic", null)]
    public void Redirect_IsKnown(string wikitext, string? target) => WikiText.RedirectOf(wikitext).ShouldBe(target);

    [Fact]
    public void Table_OfFiveMegabytes_IsCutAtTheEndOfALineAndNoted()
    {
        const string row = "|-\n| Imprimante du 3e étage || LON-PR-33 || occupée\n";
        var read = WikiText.Read($"Premier.\n{{| class=\"wikitable\"\n{string.Concat(Enumerable.Repeat(row, 5_000_000 / row.Length))}|}}\n");

        read.Text.ShouldStartWith("Premier.");
        read.Text.Length.ShouldBeInRange(150_000, 200_000);
        read.Text.ShouldEndWith(" |");
        read.Warnings.ShouldHaveSingleItem().ShouldBe(MarkdownText.Cut);
    }

    [Fact]
    public void RightToLeft_KeepsItsLetters() => WikiText.Read("== כותרת ==\n* שלום עולם\n").Text.ShouldBe("## כותרת\n\n- שלום עולם");

    [Fact]
    public void Braces_ByTheMillion_AreReadInOneGo()
    {
        var read = WikiText.Read($"Shown\n{new string('{', 400_000)}{new string('[', 400_000)}");

        read.Text.ShouldStartWith("Shown");
    }
}
