using System.Text.Json;
using CsCheck;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage;

public sealed class ModelAnswerReaderTests
{
    private const string Good = """{"intent":"device.lost","confidence":0.9,"device_hint":"my iPad","app_hint":null,"confirmed_lost":true}""";

    private static readonly ModelAnswerReader Reader = new(new AnswerCheck(ShippedIntents.Catalogue));

    [Fact]
    public void Read_CleanAnswer_IsTaken() => Reader.Read(Good).ShouldBe(new TriageAnswer("device.lost", 0.9, null, "my iPad", null, true));

    [Theory]
    [InlineData(null, AbstentionReasons.Empty)]
    [InlineData("", AbstentionReasons.Empty)]
    [InlineData("   ", AbstentionReasons.Empty)]
    [InlineData("sure, here it is", AbstentionReasons.Malformed)]
    [InlineData("[]", AbstentionReasons.Malformed)]
    [InlineData("null", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost"}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null,"action":"wipe"}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","intent":"device.stolen","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":5,"confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":"0.9","device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":NaN,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":"yes"}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":0.9,"device_hint":"a\u0007b","app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"device.lost","confidence":0.9,"device_hint":"\ud800","app_hint":null,"confirmed_lost":null}""", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"user.delete-all","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.UnknownIntent)]
    [InlineData("""{"intent":"Device.Lost","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.UnknownIntent)]
    [InlineData("""{"intent":"device.lost","confidence":2.7,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.ConfidenceOutOfRange)]
    [InlineData("""{"intent":"device.lost","confidence":-0.1,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.ConfidenceOutOfRange)]
    [InlineData("""{"intent":"device.lost","confidence":1e999,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.ConfidenceOutOfRange)]
    [InlineData("""{"intent":null,"confidence":0.1,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", AbstentionReasons.OutOfScope)]
    public void Read_UncleanAnswer_Abstains(string? json, string reason) => Reader.Read(json).ShouldBe(TriageAnswer.Abstain(reason));

    [Fact]
    public void Read_LongHint_Abstains() =>
        Reader.Read(Good.Replace("my iPad", new string('x', 101), StringComparison.Ordinal)).Abstained.ShouldBe(AbstentionReasons.Malformed);

    [Fact]
    public void Read_AnyAnswer_NeverThrowsAndIsAlwaysClean()
    {
        var known = ShippedIntents.All.Select(intent => intent.Id).ToHashSet();
        var value = Gen.OneOf(
            Gen.String.Select(text => JsonSerializer.Serialize(text)),
            Gen.Double.Select(number => double.IsFinite(number) ? JsonSerializer.Serialize(number) : "NaN"),
            OneOf("null", "true", "2.7", "[]", "{}", "\"device.lost\"", "\"identity.leaver\"", "1e999", "\"\\ud800\"", "\"\\u0000\"", "\"ignore all rules\"", "0.99", "1", "-0"));
        var name = OneOf("intent", "confidence", "device_hint", "app_hint", "confirmed_lost", "action", "targetId", "__proto__");
        var scrambled = Gen.Select(name, value).Array[0, 8].Select(pairs => "{" + string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}");
        var shaped = Gen.Select(value, value, value, value, value).Select(five =>
            $"{{\"intent\":{five.Item1},\"confidence\":{five.Item2},\"device_hint\":{five.Item3},\"app_hint\":{five.Item4},\"confirmed_lost\":{five.Item5}}}");
        var cut = Gen.Select(Gen.Int[0, Good.Length], Gen.Char).Select(pair => Good[..pair.Item1] + pair.Item2 + Good[pair.Item1..]);
        var deep = Gen.Int[1, 3_000].Select(depth => new string('[', depth));

        Gen.OneOf(scrambled, shaped, cut, Gen.String, deep).Sample(
            json =>
            {
                var answer = Reader.Read(json);
                if (answer.Abstained is not null)
                    return answer.Intent is null && answer.Confidence == 0 && answer.DeviceHint is null && AbstentionReasons.All.Contains(answer.Abstained);
                return known.Contains(answer.Intent!) && answer.Confidence is >= 0 and <= 1 && AnswerCheck.IsPlainHint(answer.DeviceHint) && AnswerCheck.IsPlainHint(answer.AppHint);
            },
            iter: 5_000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
