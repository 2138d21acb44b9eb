using HelpDesk.Adapters.MarkdownFolder;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.MarkdownFolder;

public sealed class MarkdownFolderTests : IDisposable
{
    private const string Head = "---\nid: KB-1\ntitle: \"VPN at home\"\nlanguage: en\naudience: all\nupdated: 2026-05-02\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("articles");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task File_WithAWholeHead_IsAnArticle()
    {
        Write("sub/vpn.md", Head + "tags: [VPN, home]\nvalid_until: 2027-06-30\nowner: Network\ntranslation_of: KB-0\n---\n\n## Issue\nIt drops.\n");

        var article = (await ReadAsync(Source())).Articles.ShouldHaveSingleItem();

        article.ShouldSatisfyAllConditions(
            one => one.ArticleId.ShouldBe("KB-1"), one => one.Title.ShouldBe("VPN at home"), one => one.Tags.ShouldBe(["vpn", "home"]), one => one.Audience.ShouldBe(KnowledgeAudience.Everyone),
            // The last day counts.
            one => one.ValidUntil.ShouldBe(new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.Zero)), one => one.Owner.ShouldBe("Network"), one => one.TranslationOf.ShouldBe("KB-0"),
            one => one.Link.Query.ShouldContain("key=folder"), one => one.IsStarter.ShouldBeFalse());
    }

    [Theory]
    [InlineData("no head at all", "does not begin")]
    [InlineData("---\nid: x\n", "no end")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: all\n---\ntext", "'updated' is missing")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: english\naudience: all\nupdated: 2026-05-02\n---\ntext", "'language'")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: everybody\nupdated: 2026-05-02\n---\ntext", "'audience'")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: all\nupdated: 31.12.2026\n---\ntext", "'updated' is not a date")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: all\nupdated: 2026-05-02\nvalid_until: soon\n---\ntext", "'valid_until' is not a date")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: all\nupdated: 2026-05-02\nsecret: z\n---\ntext", "'secret' is not known")]
    [InlineData("---\nid: [x\ntitle: y\n---\ntext", "vpn.md")]
    [InlineData("---\nid: x\ntitle: y\nlanguage: en\naudience: all\nupdated: 2026-05-02\n---\n<!-- only a comment -->", "no text")]
    public async Task File_ThatIsNoWholeArticle_IsNamedAndNotUsed(string content, string why)
    {
        Write("vpn.md", content);

        var changes = await ReadAsync(Source());

        changes.Articles.ShouldBeEmpty();
        changes.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(problem => problem.ShouldStartWith("vpn.md"), problem => problem.ShouldContain(why));
    }

    [Fact]
    public async Task File_TooLargeOrNotUtf8OrWithTheIdOfAnother_IsNamedAndNotUsed()
    {
        Write("large.md", Head.Replace("KB-1", "KB-2", StringComparison.Ordinal) + "---\n" + new string('x', 5 * 1024 * 1024));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "latin.md"), [0x2d, 0xe9, 0x0a]);
        Write("one.md", Head + "---\ntext");
        Write("two.md", Head + "---\nother text");

        var changes = await ReadAsync(Source());

        changes.Articles.ShouldBeEmpty();
        changes.Problems.Count.ShouldBe(3);
        changes.Problems.ShouldContain(problem => problem.Contains("larger than 4 MB", StringComparison.Ordinal));
        changes.Problems.ShouldContain(problem => problem.Contains("not valid UTF-8", StringComparison.Ordinal));
        changes.Problems.ShouldContain(problem => problem.Contains("both have the id 'KB-1'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_OutOfTheFolder_IsNotFollowed()
    {
        var outside = Directory.CreateTempSubdirectory("outside");
        try
        {
            File.WriteAllText(Path.Combine(outside.FullName, "secret.md"), Head + "---\nsecret");
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, "file.md"), Path.Combine(outside.FullName, "secret.md"));
            Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "folder"), outside.FullName);

            (await ReadAsync(Source())).Articles.ShouldBeEmpty();
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Reading_AfterAChange_GivesOnlyWhatChangedAndNamesAllThatIsThere()
    {
        var source = Source();
        Write("one.md", Head + "---\ntext");
        Write("two.md", Head.Replace("KB-1", "KB-2", StringComparison.Ordinal) + "---\ntext");
        var first = await source.ReadAsync(null, default);
        (await source.ReadAsync(first.Next, default)).Articles.ShouldBeEmpty();

        Write("two.md", Head.Replace("KB-1", "KB-2", StringComparison.Ordinal) + "---\na longer text");
        var second = await source.ReadAsync(first.Next, default);
        second.Articles.ShouldHaveSingleItem().Text.ShouldBe("a longer text");
        second.All.ShouldBe(["KB-1", "KB-2"], ignoreOrder: true);

        File.Delete(Path.Combine(_folder.FullName, "one.md"));
        (await source.ReadAsync(second.Next, default)).All.ShouldBe(["KB-2"], ignoreOrder: true);
        // A process that starts anew is given all.
        (await Source().ReadAsync(second.Next, default)).Articles.Count.ShouldBe(1);
    }

    private static Task<KnowledgeChanges> ReadAsync(MarkdownFolderSource source) => source.ReadAsync(null, default);

    private MarkdownFolderSource Source() => new(
        Options.Create(new MarkdownFolderOptions { Folder = _folder.FullName }), Options.Create(new HelpDeskOptions { PublicUrl = new Uri("https://helpdesk.example.com") }));

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
