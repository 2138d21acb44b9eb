using HelpDesk.Adapters.Confluence;

namespace HelpDesk.Adapters.Tests.Confluence;

/// <summary>Storage format becomes what a reader sees; macros that fetch or hide are named.</summary>
public sealed class StorageFormatTests
{
    [Fact]
    public void Page_WithMacrosThatFrame_IsMarkdown()
    {
        var read = StorageFormat.Read("<p>Open <strong>Calendar</strong>.</p><ac:structured-macro ac:name=\"info\"><ac:parameter ac:name=\"title\">Note</ac:parameter><ac:rich-text-body><p>At once.</p></ac:rich-text-body></ac:structured-macro><ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">bash</ac:parameter><ac:plain-text-body><![CDATA[if a < b && c; then]]></ac:plain-text-body></ac:structured-macro><p>See <ac:link><ri:page ri:content-title=\"VPN\" /><ac:plain-text-link-body><![CDATA[the VPN page]]></ac:plain-text-link-body></ac:link> after that.</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Call</ac:task-body></ac:task></ac:task-list>");

        read.Text.ShouldBe("Open Calendar.\n\nNote\n\nAt once.\n\n```\nif a < b && c; then\n```\n\nSee the VPN page after that.\n\n- Call");
        read.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<ac:structured-macro ac:name=\"include\"><ac:parameter ac:name=\"\"><ri:page ri:content-title=\"Other\"/></ac:parameter></ac:structured-macro>", "Macros are not read: include.")]
    [InlineData("<ac:structured-macro ac:name=\"show-to-group\"><ac:rich-text-body><p>SECRET</p></ac:rich-text-body></ac:structured-macro>", "Macros are not read: show-to-group.")]
    [InlineData("<ac:structured-macro ac:name=\"excerpt\"><ac:parameter ac:name=\"hidden\">true</ac:parameter><ac:rich-text-body><p>SECRET</p></ac:rich-text-body></ac:structured-macro>", MarkdownText.Hidden)]
    [InlineData("<p><span style=\"color: rgb(255,255,255);\">SECRET</span></p>", MarkdownText.Hidden)]
    public void Macro_ThatFetchesOrHides_IsLeftOutAndNoted(string macro, string warning)
    {
        var read = StorageFormat.Read($"<p>Before.</p>{macro}<p>After.</p>");

        read.Text.ShouldBe("Before.\n\nAfter.");
        read.Warnings.ShouldHaveSingleItem().ShouldBe(warning);
    }

    [Fact]
    public void Table_OfFiveMegabytes_IsCutAtTheEndOfALineAndNoted()
    {
        const string row = "<tr><td><p>Drucker im 3. Stock</p></td><td><ac:link><ri:page ri:content-title=\"LON\" /></ac:link><ac:image><ri:attachment ri:filename=\"x.png\" /></ac:image>belegt</td></tr>";
        var read = StorageFormat.Read($"<p>Primero.</p><table><tbody>{string.Concat(Enumerable.Repeat(row, 5_000_000 / row.Length))}</tbody></table>");

        read.Text.ShouldStartWith("Primero.");
        read.Text.Length.ShouldBeInRange(150_000, 200_000);
        read.Text.ShouldEndWith(" |");
        read.Warnings.ShouldHaveSingleItem().ShouldBe(MarkdownText.Cut);
    }

    [Fact]
    public void RightToLeft_KeepsItsLetters_AndWhatTurnsThemRoundIsNoted()
    {
        var read = StorageFormat.Read("<p dir=\"rtl\">إعادة تعيين كلمة المرور</p><p>refe\u202Exe.fdp</p>");

        read.Text.ShouldBe("إعادة تعيين كلمة المرور\n\nrefexe.fdp");
        read.Warnings.ShouldHaveSingleItem().ShouldBe(MarkdownText.Invisible);
    }

    [Theory]
    [InlineData("<p>One</p><ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>Two", "One\n\nTwo")]
    [InlineData("<p>One<ac:image><ri:attachment ri:filename=\"x.png\"/></ac:image></p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<ri:user ri:userkey=\"1\"/><p>One</p></div></ac:layout>", "One")]
    [InlineData("plain text, no tags & no end <", "plain text, no tags & no end <")]
    [InlineData("", "")]
    public void Storage_Broken_IsReadAsFarAsItGoes(string storage, string text) => StorageFormat.Read(storage).Text.ShouldBe(text);
}
