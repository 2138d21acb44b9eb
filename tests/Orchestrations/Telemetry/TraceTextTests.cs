using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Orchestrations.Tests.Telemetry;

public sealed class TraceTextTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Theory]
    [InlineData(null, Parent)]
    [InlineData("vendor=value,other@tenant=1", $"{Parent} vendor=value,other@tenant=1")]
    [InlineData("<script>=1", Parent)]
    [InlineData("my laptop was stolen", Parent)]
    [InlineData("a=1\r\nx=2", Parent)]
    public void Join_StateOfASender_IsKeptOnlyWhenItIsAListOfKeysAndValues(string? state, string expected) => TraceText.Join(Parent, state).ShouldBe(expected);

    [Fact]
    public void Join_LongState_IsLeftOut() => TraceText.Join(Parent, $"k={new string('v', TraceText.LongestState)}").ShouldBe(Parent);

    [Fact]
    public void TryRead_OwnText_GivesBothParts()
    {
        TraceText.TryRead($"{Parent} vendor=value", out var context).ShouldBeTrue();

        context.TraceId.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        context.TraceState.ShouldBe("vendor=value");
        context.TraceFlags.ShouldBe(ActivityTraceFlags.Recorded);
        context.IsRemote.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-xyz")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("please reset my password, it is urgent and I cannot log in any more")]
    public void TryRead_AnythingElse_IsNoTrace(string? text) => TraceText.TryRead(text, out _).ShouldBeFalse();
}
