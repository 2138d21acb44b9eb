using System.Text;
using CsCheck;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Tests.Configuration;

public sealed class StrictYamlTests
{
    [Theory]
    [InlineData("a: &x 1\nb: *x", 1, "Anchors")]
    [InlineData("a: 1\nb: *x", 2, "Aliases")]
    [InlineData("a: !!python/object:os.system 1", 1, "Tags")]
    [InlineData("a: !ruby/object:Gem 1", 1, "Tags")]
    [InlineData("a: 1\n---\nb: 2", 2, "more than one document")]
    [InlineData("- 1\n- 2", 1, "mapping at the top")]
    [InlineData("", 1, "empty")]
    [InlineData("# only a comment\n", 1, "empty")]
    [InlineData("a: 1\nb: [1, 2", 2, "not valid YAML")]
    [InlineData("a: 1\na: 2", 2, "is there twice (first in line 1)")]
    [InlineData("{ [1]: 2 }", 1, "key must be plain text")]
    [InlineData("a: \"x\\0y\"", 1, "control character")]
    [InlineData("a: \"x\\u0007y\"", 1, "control character")]
    [InlineData("%TAG ! tag:evil,2000:\n---\na: !x 1", 3, "Tags")]
    public void Read_HostileYaml_RefusedWithLine(string text, int line, string expected)
    {
        var report = new ConfigurationReport();
        StrictYaml.Read(new ConfigurationFile("policy/x.yaml", Encoding.UTF8.GetBytes(text)), report);
        var fault = report.Faults.ShouldHaveSingleItem();
        fault.What.ShouldContain(expected);
        fault.Line.ShouldBe(line);
        fault.File.ShouldBe("policy/x.yaml");
    }

    [Fact]
    public void Read_InvalidUtf8_Refused() => Fault([0x61, 0x3a, 0x20, 0xff, 0xfe]).ShouldContain("UTF-8");

    [Fact]
    public void Read_TooLarge_Refused() => Fault(Encoding.UTF8.GetBytes($"a: {new string('x', ConfigurationFolder.MaxFileBytes)}")).ShouldContain("larger than");

    [Theory]
    [InlineData(20)]
    [InlineData(20_000)]
    public void Read_DeepNesting_RefusedAndProcessUnharmed(int depth) => Fault(Encoding.UTF8.GetBytes($"a: {new string('[', depth)}")).ShouldNotBeEmpty();

    [Fact]
    public void Read_ManyNodes_Refused() => Fault(Encoding.UTF8.GetBytes($"a: [{string.Join(',', Enumerable.Repeat('1', 25_000))}]")).ShouldContain("more than");

    [Fact]
    public void Read_WordsThatYamlWouldTurnIntoOtherTypes_StayText()
    {
        var map = StrictYaml.Read(new ConfigurationFile("x", "a: no\nb: 0123\nc: 1e3\nd: null"u8.ToArray()), new ConfigurationReport()).ShouldNotBeNull();
        map.Entries.Select(entry => ((YamlText)entry.Value).Value).ShouldBe(["no", "0123", "1e3", "null"]);
    }

    [Fact]
    public void Read_AnyBytes_ReportsOrReadsAndNeverThrows() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 400],
                Gen.String[Gen.Char["ab:-[]{}&*!|>'\"\n #%?,@`\t"], 0, 200].Select(Encoding.UTF8.GetBytes))
            .Sample(
                bytes =>
                {
                    var report = new ConfigurationReport();
                    var map = StrictYaml.Read(new ConfigurationFile("x", bytes), report);
                    return map is not null || !report.IsClean;
                },
                iter: 3_000);

    private static string Fault(byte[] content)
    {
        var report = new ConfigurationReport();
        StrictYaml.Read(new ConfigurationFile("policy/x.yaml", content), report);
        return report.ToString();
    }
}
