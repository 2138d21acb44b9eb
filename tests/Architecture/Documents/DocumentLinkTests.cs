namespace HelpDesk.Architecture.Tests.Documents;

/// <summary>A reader who follows a link of a document arrives.</summary>
public sealed class DocumentLinkTests
{
    [Fact]
    public void Links_OfAllDocuments_Exist() =>
        DocumentLinks.Broken(DocumentLinks.Files(), path => File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path))).ShouldBeEmpty();

    [Fact]
    public void Link_ToAMissingFile_IsFoundWithItsLine() =>
        DocumentLinks.Broken([new SourceFile("docs/x.md", "Fine.\n[a](../web/a.cs#x) [b](https://example.com) [c](#c)\n")], path => path != "web/a.cs")
            .ShouldHaveSingleItem().ShouldBe("docs/x.md:2: there is no ../web/a.cs.");

    [Fact]
    public void Documents_OfTheRepository_WereFound() => DocumentLinks.Files().Select(file => file.Path).ShouldContain("docs/architecture.md");
}
