using HelpDesk.Local.Engine.Queues;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests;

public sealed class IntakeFirstTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly IntakeFirst _intake;

    public IntakeFirstTests() => _intake = new IntakeFirst(_time);

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task Arrivals_FarApart_HoldNothingUp()
    {
        _intake.Arrived();
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _intake.Arrived();

        (await _intake.EnterAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Arrivals_CloseTogether_OneTurnAtATime()
    {
        Pour(2);

        var first = await _intake.EnterAsync(default);
        var second = _intake.EnterAsync(default).AsTask();

        first.ShouldNotBeNull();
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task Arrivals_Over_WhatWaitedGoesOn()
    {
        Pour(2);
        using var first = await _intake.EnterAsync(default);
        var second = _intake.EnterAsync(default).AsTask();

        _time.Advance(TimeSpan.FromMilliseconds(100));

        (await second).ShouldBeNull();
    }

    [Fact]
    public async Task Arrivals_ForLongerThanAPour_AreTheLoadAndHoldNothingUp()
    {
        Pour(1_001);

        (await _intake.EnterAsync(default)).ShouldBeNull();
    }

    private void Pour(int arrivals)
    {
        for (var i = 0; i < arrivals; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            _intake.Arrived();
        }
    }
}
