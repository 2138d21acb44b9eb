using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Notices;

public sealed class ChannelSlotsTests
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(350);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private readonly ChannelSlots _slots;

    public ChannelSlotsTests() => _slots = new ChannelSlots(new ChannelLimits(2, Gap, TimeSpan.FromSeconds(15), ChannelLimits.PatientRetry), _time);

    [Fact]
    public void TryEnter_CrowdAtOnce_ComesBackOneByOneAtTheGap()
    {
        var now = _time.GetUtcNow();

        var turns = Enumerable.Range(0, 6).Select(number => _slots.TryEnter($"{number}", out var at) ? now : at).ToList();

        turns.ShouldBe(Enumerable.Range(0, 6).Select(number => now + (number * Gap)));
    }

    [Fact]
    public void TryEnter_AtTheMomentThatWasKept_MayPost()
    {
        _slots.TryEnter("a", out _).ShouldBeTrue();
        _slots.TryEnter("b", out var turn).ShouldBeFalse();
        _slots.TryEnter("b", out var again).ShouldBeFalse();
        again.ShouldBe(turn);

        _time.SetUtcNow(turn);

        _slots.TryEnter("b", out _).ShouldBeTrue();
    }

    [Fact]
    public void TryEnter_AllSlotsHeld_WaitsForOneToBeGivenBack()
    {
        foreach (var key in new[] { "a", "b" })
        {
            _slots.TryEnter(key, out _).ShouldBeTrue();
            _time.Advance(Gap);
        }

        _slots.TryEnter("c", out var comeBackAt).ShouldBeFalse();
        comeBackAt.ShouldBeGreaterThan(_time.GetUtcNow());
        _slots.Leave("a");

        _slots.TryEnter("c", out _).ShouldBeTrue();
    }

    [Fact]
    public void TryEnter_Paused_KeepsTheGapAfterThePause()
    {
        var end = _time.GetUtcNow().AddMinutes(1);
        _slots.TryEnter("a", out _);
        _slots.TryEnter("b", out _);

        _slots.PauseUntil(end);

        _slots.TryEnter("b", out var b).ShouldBeFalse();
        _slots.TryEnter("c", out var c).ShouldBeFalse();
        (b, c).ShouldBe((end, end + Gap));
    }
}
