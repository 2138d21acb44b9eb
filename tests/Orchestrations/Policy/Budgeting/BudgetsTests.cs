using CsCheck;
using HelpDesk.Orchestrations.Domain.Policy.Budgets;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Policy.Budgeting;

public sealed class BudgetsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();

    [Theory]
    [InlineData(9, 1, null)]
    [InlineData(10, 1, "10 effects an hour, of which 10 are used and this needs 1")]
    [InlineData(8, 2, null)]
    [InlineData(8, 3, "10 effects an hour, of which 8 are used and this needs 3")]
    public async Task Effects_OfAllPlans_UseUpTheHour(int before, int steps, string? exceeded)
    {
        for (var at = 0; at < before; at++)
            await ReserveAsync($"case-{at}", $"person-{at}", "device.sync");

        (await ReserveAsync("this", "person-this", Times("device.sync", steps))).ShouldBe(exceeded);
    }

    [Theory]
    [InlineData(3, 1, null)]
    [InlineData(4, 1, "4 effects an hour on one person, of which 4 are used and this needs 1")]
    [InlineData(2, 3, "4 effects an hour on one person, of which 2 are used and this needs 3")]
    public async Task Effects_OnOnePerson_UseUpTheirHour(int before, int steps, string? exceeded)
    {
        await ReserveAsync("before", "person", Times("device.sync", before));

        (await ReserveAsync("other", "other-person", "device.sync")).ShouldBeNull();
        (await ReserveAsync("this", "person", Times("device.sync", steps))).ShouldBe(exceeded);
    }

    [Theory]
    [InlineData(1, 2, "device.wipe", null)]
    [InlineData(2, 2, "device.wipe", "3 times 'device.wipe' an hour, of which 2 are used and this needs 2")]
    [InlineData(3, 1, "device.wipe", "3 times 'device.wipe' an hour, of which 3 are used and this needs 1")]
    [InlineData(3, 3, "device.sync", null)]
    [InlineData(0, 1, "device.retire", "0 times 'device.retire' an hour, of which 0 are used and this needs 1")]
    public async Task Effects_OfTheSameKind_AreCountedOneByOne(int before, int steps, string remediation, string? exceeded)
    {
        (await ReserveAsync("before", "person", Times("device.wipe", before))).ShouldBeNull();

        (await ReserveAsync("this", "person-this", Times(remediation, steps))).ShouldBe(exceeded);
    }

    [Fact]
    public async Task Plan_ThatDoesNotFitAsAWhole_TakesNothing()
    {
        await ReserveAsync("wipes", "person-0", Times("device.wipe", 2));
        (await ReserveAsync("refused", "person-1", "device.sync", "device.wipe", "device.wipe")).ShouldNotBeNull();

        (await ReserveAsync("fits", "person-2", "device.sync", "device.sync", "device.wipe")).ShouldBeNull();
        (await ReserveAsync("rest", "person-3", Times("device.sync", 4))).ShouldBeNull();
        (await ReserveAsync("over", "person-4", Times("device.sync", 2))).ShouldBe("10 effects an hour, of which 9 are used and this needs 2");
    }

    [Fact]
    public async Task Look_BeforeAnApproval_SaysWhatWouldNotFitAndTakesNothing()
    {
        for (var at = 0; at < 12; at++)
            (await Budgets.WhyNotAsync(Of($"waiting-{at}", $"person-{at}", "device.wipe"), default)).ShouldBeNull();

        (await ReserveAsync("wipes", "person", Times("device.wipe", 3))).ShouldBeNull();
        (await Budgets.WhyNotAsync(Of("late", "late", "device.wipe"), default)).ShouldNotBeNull();
        (await Budgets.WhyNotAsync(Of("wipes", "person", Times("device.wipe", 3)), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Step_TriedAgain_IsReservedOnceAlsoAfterTheFullHour()
    {
        var plan = Of("this", "person", "device.wipe", "device.wipe");
        (await Budgets.ReserveAsync(plan, 0, default)).ShouldBeNull();
        (await Budgets.ReserveAsync(plan, 0, default)).ShouldBeNull();
        (await Budgets.ReserveAsync(plan, 1, default)).ShouldBeNull();
        (await ReserveAsync("third", "person-3", "device.wipe")).ShouldBeNull();
        (await ReserveAsync("fourth", "person-4", "device.wipe")).ShouldNotBeNull();

        _time.Advance(TimeSpan.FromMinutes(30));
        (await Budgets.ReserveAsync(plan, 1, default)).ShouldBeNull();
        // The new hour is empty: what was reserved in the last one is not reserved twice.
        (await ReserveAsync("next", "next", Times("device.wipe", 3))).ShouldBeNull();
    }

    [Fact]
    public async Task Step_DoneHoursLater_CountsInTheHourInWhichItIsDone()
    {
        var plan = Of("this", "person", "device.wipe", "device.wipe");
        (await Budgets.ReserveAsync(plan, 0, default)).ShouldBeNull();
        _time.Advance(TimeSpan.FromHours(3));

        (await Budgets.ReserveAsync(plan, 1, default)).ShouldBeNull();

        (await ReserveAsync("other", "other", Times("device.wipe", 3))).ShouldBe("3 times 'device.wipe' an hour, of which 1 are used and this needs 3");
    }

    [Theory]
    [InlineData("2026-11-24T09:59:59Z", true)]
    [InlineData("2026-11-24T10:00:00Z", false)]
    public async Task Hour_ByTheClock_EndsAtItsFullHour(string later, bool isExceeded)
    {
        await ReserveAsync("wipes", "person", Times("device.wipe", 3));
        _time.SetUtcNow(DateTimeOffset.Parse(later, System.Globalization.CultureInfo.InvariantCulture));

        (await ReserveAsync("this", "person-this", "device.wipe") is not null).ShouldBe(isExceeded);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, null, 2)]
    [InlineData(0, null, 3)]
    [InlineData(3, null, 0)]
    public async Task Steps_GivenBack_MakeRoomForExactlySoMany(int from, int? count, int room)
    {
        var plan = Of("this", "person", Times("device.wipe", 3));
        await Budgets.ReserveAsync(plan, 0, default);
        _time.Advance(TimeSpan.FromMinutes(5));

        await Budgets.GiveBackAsync(plan, from, count, default);
        await Budgets.GiveBackAsync(plan, from, count, default);

        if (room > 0)
            (await ReserveAsync("fits", "person-2", Times("device.wipe", room))).ShouldBeNull();
        (await ReserveAsync("over", "person-3", "device.wipe")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Steps_GivenBackAfterTheFullHour_AreGivenBackToTheirOwnHour()
    {
        var plan = Of("this", "person", Times("device.wipe", 3));
        await Budgets.ReserveAsync(plan, 0, default);
        _time.Advance(TimeSpan.FromMinutes(30));

        await Budgets.GiveBackAsync(plan, 2, null, default);

        // Were it still there, it would not be reserved anew.
        (await Budgets.ReserveAsync(plan, 0, default)).ShouldBeNull();
        (await ReserveAsync("over", "other", Times("device.wipe", 3))).ShouldBe("3 times 'device.wipe' an hour, of which 1 are used and this needs 3");
    }

    [Fact]
    public async Task Undo_CountsForTheHourAndThePersonButNotForWhatItTakesBack()
    {
        var undo = Of("undo", "person", Times("device.wipe", 3)) with { Undoes = new UndoOrigin(new CaseId("done"), new ContextReference(new CaseId("done"), "plan", "1"), new PlanHash("hash"), "A mistake.") };
        (await Budgets.ReserveAsync(undo, 0, default)).ShouldBeNull();

        (await ReserveAsync("wipes", "other", Times("device.wipe", 3))).ShouldBeNull();
        (await ReserveAsync("same", "person", Times("device.sync", 2))).ShouldBe("4 effects an hour on one person, of which 3 are used and this needs 2");
        (await ReserveAsync("rest", "third", Times("device.sync", 4))).ShouldBeNull();
        (await Budgets.WhyNotAsync(undo with { CaseId = new CaseId("undo-2"), SubjectId = new PersonId("fourth") }, default)).ShouldBe("10 effects an hour, of which 10 are used and this needs 3");
    }

    [Fact]
    public async Task BulkTargets_HaveABudgetOfTheirOwn()
    {
        (await ReserveAsync("bulk-20261124-1", "person", Times("device.wipe", 50))).ShouldBeNull();

        (await ReserveAsync("this", "person", Times("device.wipe", 3))).ShouldBeNull();
    }

    [Fact]
    public async Task Cases_ThatOvertakeBetweenReadingAndWriting_NeverReserveMoreThanTheBudget()
    {
        var meeting = 0;
        _store.BeforeWrite = async () =>
        {
            if (Interlocked.Increment(ref meeting) == 1)
                await ReserveAsync("overtaking", "overtaking", Times("device.wipe", 2));
        };

        (await ReserveAsync("this", "person", Times("device.wipe", 2))).ShouldBe("3 times 'device.wipe' an hour, of which 2 are used and this needs 2");
        (await ReserveAsync("last", "last", "device.wipe")).ShouldBeNull();
    }

    /// <summary>Plans of one to three wipes, all at once, each tried up to three times and some given back: what is granted never exceeds the budget, and what was given back is there again.</summary>
    [Fact]
    public void Plans_AtTheSameMoment_HoldTogetherNeverMoreThanTheBudget() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Bool).Array[1, 8].Sample(
            plans =>
            {
                var (store, time) = (new MemoryRecordStore(), new FakeTimeProvider(_time.GetUtcNow()));
                var budgets = Over(store, time);
                var held = Task.WhenAll(plans.Select(async (plan, at) =>
                {
                    var (wipes, tries, isGivenBack) = plan;
                    var wanted = Of($"case-{at}", $"person-{at}", Times("device.wipe", wipes));
                    string? exceeded = "";
                    for (var attempt = 0; attempt < tries && exceeded is not null; attempt++)
                    {
                        await Task.Yield();
                        exceeded = await budgets.ReserveAsync(wanted, 0, default);
                    }

                    if (exceeded is null && isGivenBack)
                        await budgets.GiveBackAsync(wanted, 0, null, default);
                    return exceeded is null && !isGivenBack ? wipes : 0;
                })).GetAwaiter().GetResult().Sum();

                held.ShouldBeLessThanOrEqualTo(3);
                if (held < 3)
                    budgets.WhyNotAsync(Of("rest", "rest", Times("device.wipe", 3 - held)), default).GetAwaiter().GetResult().ShouldBeNull();
                budgets.WhyNotAsync(Of("over", "over", Times("device.wipe", 4 - held)), default).GetAwaiter().GetResult().ShouldNotBeNull();
            },
            iter: 300);

    private static Budgets Over(MemoryRecordStore store, TimeProvider time) => new(
        store,
        Scene.Policy with { Budgets = new BudgetRules(10, 4, new Dictionary<string, int>(StringComparer.Ordinal) { ["device.wipe"] = 3, ["device.retire"] = 0 }, 25) },
        time);

    private Budgets Budgets => Over(_store, _time);

    private static string[] Times(string remediation, int times) => [.. Enumerable.Repeat(remediation, times)];

    private static Plan Of(string caseId, string subject, params string[] remediations) =>
        Scene.Input([.. remediations.Select((id, at) => Scene.OnDevice(id, $"device-{at}") with { Id = $"s{at}" })]).Plan with { CaseId = new CaseId(caseId), SubjectId = new PersonId(subject) };

    private Task<string?> ReserveAsync(string caseId, string subject, params string[] remediations) => Budgets.ReserveAsync(Of(caseId, subject, remediations), 0, default);
}
