using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class ExampleFileTests : IDisposable
{
    private const string Header = "language,text\n";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_QuotesLineBreaksAndEmptyLines_KeepsTheTexts() =>
        Read(Header + "en,\"It says \"\"paper, jam\"\"\nagain.\"\n\nde,Kein VPN\r\nfr,VPN coupé").ShouldBe(
        [
            new TrainingExample("network.vpn", "en", "It says \"paper, jam\"\nagain."),
            new TrainingExample("network.vpn", "de", "Kein VPN"),
            new TrainingExample("network.vpn", "fr", "VPN coupé"),
        ]);

    [Fact]
    public void Read_WithAByteOrderMark_KnowsTheHeader() => Read("\uFEFF" + Header + "de,Kein VPN").Count.ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("intent,text\nnetwork.vpn,Kein VPN\n")]
    [InlineData("de,Kein VPN\n")]
    public void Read_AnotherHeader_IsRefusedAtTheFirstLine(string file) => Refused(file).ShouldStartWith($"{_path}:1: ");

    [Theory]
    [InlineData("en\n", "two fields")]
    [InlineData("en,No VPN, again\n", "two fields")]
    [InlineData("en,\" \"\n", "two fields")]
    [InlineData("it,Niente VPN\n", "language 'it'")]
    [InlineData("en,The 24\" screen\n", "quote")]
    [InlineData("en,\"No VPN\" again\n", "quote")]
    [InlineData("en,\"No VPN\nde,Kein VPN\n", "quote")]
    public void Read_AMalformedRow_IsRefusedWithFileAndLine(string row, string why)
    {
        var message = Refused($"{Header}en,\"Paper\njam\"\n{row}");
        message.ShouldStartWith($"{_path}:4: ");
        message.ShouldContain(why, Case.Insensitive);
    }

    private IReadOnlyList<TrainingExample> Read(string file)
    {
        File.WriteAllText(_path, file);
        return ExampleFile.Read("network.vpn", _path);
    }

    private string Refused(string file) => Should.Throw<MalformedFileException>(() => Read(file)).Message;
}
