using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class ExampleFileTests : IDisposable
{
    private const string Header = "intent,language,text\n";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_QuotesLineBreaksAndEmptyLines_KeepsTheTexts() =>
        Read(Header + "printer.problem,en,\"It says \"\"paper, jam\"\"\nagain.\"\n\nnetwork.vpn,de,Kein VPN\r\nnetwork.vpn,fr,VPN coupé").ShouldBe(
        [
            new TrainingExample("printer.problem", "en", "It says \"paper, jam\"\nagain."),
            new TrainingExample("network.vpn", "de", "Kein VPN"),
            new TrainingExample("network.vpn", "fr", "VPN coupé"),
        ]);

    [Fact]
    public void Read_WithAByteOrderMark_KnowsTheHeader() => Read("\uFEFF" + Header + "network.vpn,de,Kein VPN").Count.ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("intent,text\nnetwork.vpn,Kein VPN\n")]
    [InlineData("network.vpn,de,Kein VPN\n")]
    public void Read_AnotherHeader_IsRefusedAtTheFirstLine(string file) => Refused(file).ShouldStartWith($"{_path}:1: ");

    [Theory]
    [InlineData("network.vpn,en\n", "three fields")]
    [InlineData("network.vpn,en,No VPN, again\n", "three fields")]
    [InlineData("network.vpn,en,\" \"\n", "three fields")]
    [InlineData("weather.rain,en,It rains\n", "'weather.rain' is not in the catalogue")]
    [InlineData("network.vpn,en,The 24\" screen\n", "quote")]
    [InlineData("network.vpn,en,\"No VPN\" again\n", "quote")]
    [InlineData("network.vpn,en,\"No VPN\nnetwork.vpn,de,Kein VPN\n", "quote")]
    public void Read_AMalformedRow_IsRefusedWithFileAndLine(string row, string why)
    {
        var message = Refused($"{Header}printer.problem,en,\"Paper\njam\"\n{row}");
        message.ShouldStartWith($"{_path}:4: ");
        message.ShouldContain(why, Case.Insensitive);
    }

    private IReadOnlyList<TrainingExample> Read(string file)
    {
        File.WriteAllText(_path, file);
        return ExampleFile.Read(_path);
    }

    private string Refused(string file) => Should.Throw<InvalidDataException>(() => Read(file)).Message;
}
