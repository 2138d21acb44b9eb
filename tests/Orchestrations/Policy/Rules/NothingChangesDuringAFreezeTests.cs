using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class NothingChangesDuringAFreezeTests
{
    private static readonly DateTimeOffset From = new(2026, 12, 23, 18, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Until = new(2027, 1, 4, 6, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("a tick before it begins", VerdictOutcome.Allow)]
    [InlineData("its first moment", VerdictOutcome.Refuse)]
    [InlineData("its first moment by another clock", VerdictOutcome.Refuse)]
    [InlineData("in the middle", VerdictOutcome.Refuse)]
    [InlineData("a tick before it ends", VerdictOutcome.Refuse)]
    [InlineData("the first moment after it", VerdictOutcome.Allow)]
    public void Moment_OfTheFreeze_Refused(string when, VerdictOutcome verdict)
    {
        var now = when switch
        {
            "a tick before it begins" => From.AddTicks(-1),
            "its first moment" => From,
            "its first moment by another clock" => From.ToOffset(TimeSpan.FromHours(-8)),
            "in the middle" => From.AddDays(5),
            "a tick before it ends" => Until.AddTicks(-1),
            _ => Until,
        };

        Scene.Ask(new NothingChangesDuringAFreeze(), Scene.Harmless() with { Now = now }, With(Freeze())).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Scene.RunbookId, VerdictOutcome.Allow)]
    [InlineData("another-runbook", VerdictOutcome.Refuse)]
    [InlineData("Under-Test", VerdictOutcome.Refuse)]
    public void Exception_OfThisRunbook_GoesOn(string except, VerdictOutcome verdict) =>
        Scene.Ask(new NothingChangesDuringAFreeze(), Scene.Harmless() with { Now = From }, With(Freeze(except))).ShouldBe(verdict);

    [Fact]
    public void TwoFreezes_OfWhichOneExceptsTheRunbook_Refused() =>
        Scene.Ask(new NothingChangesDuringAFreeze(), Scene.Harmless() with { Now = From }, With(Freeze(Scene.RunbookId), Freeze())).ShouldBe(VerdictOutcome.Refuse);

    private static ChangeFreeze Freeze(params string[] except) => new("year-end", From.ToUniversalTime(), Until.ToUniversalTime(), "Year-end closing.", except);

    private static PolicySet With(params ChangeFreeze[] freezes) => Scene.Policy with { Freezes = freezes };
}
