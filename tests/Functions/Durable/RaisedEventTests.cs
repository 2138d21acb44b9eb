using HelpDesk.Functions.Durable;

namespace HelpDesk.Functions.Tests.Durable;

public sealed class RaisedEventTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Text_WrittenAndRead_IsTheSame()
    {
        var raised = new RaisedEvent("approval-1-2", "{\"ü\":\"\\\"\"}", Monday.AddTicks(7));

        RaisedEvent.FromText(raised.ToText()).ShouldBe(raised);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("7")]
    [InlineData("{\"raisedAt\":\"2026-03-02T08:00:00+00:00\"}")]
    public void Text_OfSomebodyElse_IsNoEvent(string? text) => RaisedEvent.FromText(text).ShouldBeNull();

    [Theory]
    [InlineData("go", 0, true)]
    [InlineData("go", 1, false)]
    [InlineData("GO", 0, false)]
    [InlineData("other", 0, false)]
    public void Wait_OfANameUntilADeadline_IsForWhatWasRaisedByThen(string name, long ticksAfterDeadline, bool isFor) =>
        new EventWait("go", Monday).IsFor(new RaisedEvent(name, "{}", Monday.AddTicks(ticksAfterDeadline))).ShouldBe(isFor);
}
