using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Policy.Budgeting;

public sealed class SimilarRequestsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();

    [Theory]
    [InlineData("the same person again", 1)]
    [InlineData("another person", 2)]
    [InlineData("another person with another intent", 1)]
    [InlineData("another person in the next clock hour", 2)]
    [InlineData("another person in the hour after that", 1)]
    public async Task People_WithTheSameIntentWithinTwoClockHours_CountOnce(string second, int people)
    {
        await CountAsync("device.sync", "first");
        if (second.EndsWith("next clock hour", StringComparison.Ordinal))
            _time.Advance(TimeSpan.FromMinutes(89));
        if (second.EndsWith("hour after that", StringComparison.Ordinal))
            _time.Advance(TimeSpan.FromMinutes(90));

        (await CountAsync(second.EndsWith("another intent", StringComparison.Ordinal) ? "device.slow" : "device.sync", second == "the same person again" ? "first" : "second"))
            .ShouldBe(people);
    }

    [Fact]
    public async Task People_MoreThanTheLimit_AreNotCountedFurther()
    {
        var counts = new List<int>();
        for (var at = 0; at < 30; at++)
            counts.Add(await CountAsync("device.sync", $"person-{at}"));

        counts.ShouldBe([.. Enumerable.Range(1, 25), .. Enumerable.Repeat(25, 5)]);
    }

    private Task<int> CountAsync(string intent, string person) => new SimilarRequests(_store, Scene.Policy, _time).CountAsync(intent, new PersonId(person), default);
}
