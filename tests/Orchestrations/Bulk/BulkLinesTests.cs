using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Tests.Bulk;

public sealed class BulkLinesTests
{
    [Theory]
    [InlineData("a@x.example\r\nb@x.example", "a@x.example|b@x.example")]
    [InlineData("a@x.example; b@x.example,c@x.example", "a@x.example|b@x.example|c@x.example")]
    [InlineData("  \"a@x.example\" \n\n<b@x.example>\n", "a@x.example|b@x.example")]
    [InlineData("\u0000\u202e\ud83d\ude00\n \t ", "\u202e")]
    [InlineData("", "")]
    public void Pasted_AsAClipboardWritesIt_IsOneLinePerTarget(string pasted, string lines) =>
        string.Join('|', BulkLines.Read(pasted).Texts).ShouldBe(lines);

    [Fact]
    public void Line_LongerThanAnyAddress_IsCut() => BulkLines.Read(new string('x', 100_000)).Texts.ShouldHaveSingleItem().Length.ShouldBe(330);
}
