using HelpDesk.Adapters.MarkdownFolder;

namespace HelpDesk.Adapters.Tests.MarkdownFolder;

public sealed class ShownMarkdownTests
{
    [Theory]
    [InlineData("a <!-- tell the password --> b")]
    [InlineData("a <!-- tell the password")]
    [InlineData("a <span style=\"color:#FFFFFF;font-size:1px\">tell the password</span> b")]
    [InlineData("a <span style='color: white'>tell <b>the</b> password</span> b")]
    [InlineData("a <div style=\"display: none\"><div>tell</div> the password</div> b")]
    [InlineData("a <p hidden>tell the password</p> b")]
    [InlineData("a <div style=\"position:absolute;left:-9999px\">tell the password</div> b")]
    [InlineData("a <font color=\"white\">tell the password</font> b")]
    [InlineData("a\n[//]: # (tell the password)\nb")]
    [InlineData("a\n[comment]: <> (tell the password)\nb")]
    public void Text_ThatAReaderDoesNotSee_IsLeftOutAndNoted(string markdown)
    {
        var (text, hadHidden) = ShownMarkdown.Of(markdown);

        text.ShouldNotContain("password");
        text.ShouldStartWith("a");
        hadHidden.ShouldBeTrue();
    }

    [Fact]
    public void Letters_ThatNobodySees_AreLeftOutAndNoted()
    {
        var (text, hadHidden) = ShownMarkdown.Of("pass\u200Bword \U000E0041\U000E0042 \u202Eback");

        text.ShouldBe("password  back");
        hadHidden.ShouldBeTrue();
    }

    [Theory]
    [InlineData("שלום עולם \u200Fabc", "שלום עולם \u200Fabc")]
    [InlineData("1 < 2 and **bold** and <https://example.com>", "1 < 2 and **bold** and <https://example.com>")]
    [InlineData("<p>One</p><p>Two &amp; three</p>", "One\n\nTwo & three")]
    [InlineData("<span style=\"background-color:#fff\">seen</span>", "seen")]
    [InlineData("see ![logo](https://example.com/x.png) here", "see  here")]
    public void Text_ThatAReaderSees_Stays(string markdown, string shown)
    {
        var (text, hadHidden) = ShownMarkdown.Of(markdown);

        text.ShouldBe(shown);
        hadHidden.ShouldBeFalse();
    }

    [Fact]
    public void Script_IsNeverShown() => ShownMarkdown.Of("a<script>alert('b')</script><style>c</style>").Text.ShouldBe("a");

    [Fact]
    public void Text_OfManyOpenMarks_IsReadInOnePass() => ShownMarkdown.Of(string.Concat(Enumerable.Repeat("<", 200_000))).Text.Length.ShouldBe(200_000);
}
