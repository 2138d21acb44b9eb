using HelpDesk.Orchestrations.Policy.Budgeting;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Policy.Budgeting;

public sealed class BudgetsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public async Task Cases_BeforeThisOne_UseUpTheHourAtTheLimit(int before, bool isExhausted)
    {
        for (var at = 0; at < before; at++)
            await ReserveAsync($"case-{at}", $"person-{at}", "device.sync");

        (await ReserveAsync("this", "person-this", "device.sync")).ShouldBe(isExhausted ? "5 cases an hour" : null);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task Cases_OfOnePerson_UseUpTheirHourAtTheLimit(int before, bool isExhausted)
    {
        for (var at = 0; at < before; at++)
            await ReserveAsync($"case-{at}", "person", "device.sync");

        (await ReserveAsync("other", "other-person", "device.sync")).ShouldBeNull();
        (await ReserveAsync("this", "person", "device.sync")).ShouldBe(isExhausted ? "2 cases an hour for one person" : null);
    }

    [Theory]
    [InlineData(1, "device.wipe", null)]
    [InlineData(2, "device.wipe", null)]
    [InlineData(3, "device.wipe", "3 times 'device.wipe' an hour")]
    [InlineData(3, "device.sync", null)]
    [InlineData(0, "device.retire", "0 times 'device.retire' an hour")]
    public async Task Remediation_OfTheSameKind_UsesUpItsOwnBudget(int before, string remediation, string? exhausted)
    {
        for (var at = 0; at < before; at++)
            await ReserveAsync($"case-{at}", $"person-{at}", "device.wipe");

        (await ReserveAsync("this", "person-this", "user.revoke-sessions", remediation)).ShouldBe(exhausted);
    }

    [Fact]
    public async Task Case_ThatAsksAgain_ReservesOnceAlsoAfterTheFullHour()
    {
        (await ReserveAsync("this", "person", "device.sync")).ShouldBeNull();
        for (var at = 0; at < 5; at++)
            await ReserveAsync($"case-{at}", $"person-{at}", "device.sync");

        (await ReserveAsync("this", "person", "device.sync")).ShouldBeNull();
        (await ReserveAsync("late", "late-person", "device.sync")).ShouldNotBeNull();

        _time.Advance(TimeSpan.FromMinutes(30));
        (await ReserveAsync("this", "person", "device.sync")).ShouldBeNull();
        // The new hour is empty: what the case reserved in the last one is not reserved twice.
        for (var at = 0; at < 5; at++)
            (await ReserveAsync($"next-{at}", $"next-person-{at}", "device.sync")).ShouldBeNull();
        (await ReserveAsync("next-late", "next-late-person", "device.sync")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-11-24T09:59:59Z", true)]
    [InlineData("2026-11-24T10:00:00Z", false)]
    public async Task Hour_ByTheClock_EndsAtItsFullHour(string later, bool isExhausted)
    {
        for (var at = 0; at < 5; at++)
            await ReserveAsync($"case-{at}", $"person-{at}", "device.sync");
        _time.SetUtcNow(DateTimeOffset.Parse(later, System.Globalization.CultureInfo.InvariantCulture));

        (await ReserveAsync("this", "person-this", "device.sync") is not null).ShouldBe(isExhausted);
    }

    [Fact]
    public async Task Case_ThatGotNothing_TakesNothing()
    {
        for (var at = 0; at < 3; at++)
            await ReserveAsync($"wipe-{at}", $"person-{at}", "device.wipe");
        await ReserveAsync("refused", "person-refused", "device.sync", "device.wipe");

        (await ReserveAsync("fourth", "person-4", "device.sync")).ShouldBeNull();
        (await ReserveAsync("fifth", "person-5", "device.sync")).ShouldBeNull();
        (await ReserveAsync("sixth", "person-6", "device.sync")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Cases_AtTheSameMoment_NeverReserveMoreThanTheBudget()
    {
        var meeting = 0;
        _store.BeforeWrite = async () =>
        {
            // The first writers are overtaken by others between their reading and their writing.
            if (Interlocked.Increment(ref meeting) == 1)
            {
                for (var at = 0; at < 4; at++)
                    await ReserveAsync($"overtaking-{at}", $"overtaking-{at}", "device.sync");
            }
        };

        (await ReserveAsync("this", "person", "device.sync")).ShouldBeNull();
        (await ReserveAsync("late", "late", "device.sync")).ShouldBe("5 cases an hour");
    }

    private Task<string?> ReserveAsync(string caseId, string subject, params string[] remediations) =>
        new Budgets(
            _store,
            Scene.Policy with
            {
                Budgets = new BudgetRules(5, 2, new Dictionary<string, int>(StringComparer.Ordinal) { ["device.wipe"] = 3, ["device.retire"] = 0 }, 25),
            },
            _time).ReserveAsync(
                Scene.Input([.. remediations.Select((id, at) => Scene.OnDevice(id) with { Id = $"s{at}" })]).Plan with { CaseId = caseId, SubjectId = subject }, default);
}
