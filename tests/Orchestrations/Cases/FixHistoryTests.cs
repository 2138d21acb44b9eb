using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Cases;

/// <summary>What is done for a person over all of their tickets: joined while open, not repeated soon after.</summary>
public sealed class FixHistoryTests
{
    private const string Person = "0a000000-0000-4000-8000-000000000001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly CaseStore _cases;
    private readonly FixHistory _history;

    public FixHistoryTests()
    {
        var store = new MemoryRecordStore();
        _cases = new CaseStore(store, _time);
        _history = new FixHistory(store, _cases);
    }

    [Fact]
    public async Task Claim_OfTheSameThing_WaitsForTheOpenCase()
    {
        var (first, second) = (await OpenAsync("1", ["pass|p"], "pass|p"), await OpenAsync("2", ["pass|p"], "pass|p"));

        (await _history.ClaimAsync(new PersonId(Person), first, default)).ShouldBeNull();
        (await _history.ClaimAsync(new PersonId(Person), first, default)).ShouldBeNull("a repeated attempt of the same case");
        var other = (await _history.ClaimAsync(new PersonId(Person), second, default)).ShouldNotBeNull();

        (other.CaseId, other.Covers(second)).ShouldBe((first.CaseId, true));
    }

    [Fact]
    public async Task Claim_ThatSharesOnlyTheSecret_WaitsAndIsNotCovered()
    {
        var (first, second) = (await OpenAsync("1", ["pass|p"], "pass|p"), await OpenAsync("2", ["sign-out|p", "pass|p"], "pass|p"));
        await _history.ClaimAsync(new PersonId(Person), first, default);

        (await _history.ClaimAsync(new PersonId(Person), second, default)).ShouldNotBeNull().Covers(second).ShouldBeFalse();
    }

    [Fact]
    public async Task Claim_OfSomethingElse_OrOfAnotherPerson_GoesOn()
    {
        await _history.ClaimAsync(new PersonId(Person), await OpenAsync("1", ["sync|d1"]), default);

        (await _history.ClaimAsync(new PersonId(Person), await OpenAsync("2", ["sync|d2"]), default)).ShouldBeNull();
        (await _history.ClaimAsync(new PersonId("0a000000-0000-4000-8000-000000000002"), await OpenAsync("3", ["sync|d1"]), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Claim_AfterTheOtherCaseEnded_GoesOn()
    {
        var first = await OpenAsync("1", ["sync|d1"]);
        await _history.ClaimAsync(new PersonId(Person), first, default);
        await _cases.UpdateAsync(first.CaseId, record => record with { State = CaseState.Escalated }, default);

        (await _history.ClaimAsync(new PersonId(Person), await OpenAsync("2", ["sync|d1"]), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Claims_AtTheSameTime_OneWins()
    {
        var fixes = new List<OpenFix>();
        for (var at = 1; at <= 8; at++)
            fixes.Add(await OpenAsync($"{at}", ["sync|d1"]));

        var answers = await Task.WhenAll(fixes.Select(fix => Task.Run(() => _history.ClaimAsync(new PersonId(Person), fix, default))));

        answers.Count(answer => answer is null).ShouldBe(1);
        answers.OfType<OpenFix>().Select(answer => answer.CaseId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Done_IsARepetitionWithinItsTimeOnly()
    {
        var fix = await OpenAsync("2", ["sync|d1"]);
        await _history.DoneAsync(new PersonId(Person), ["sync|d1", "restart|d1"], new CaseId("servicenow-1"), "INC1", _time.GetUtcNow(), default);
        await _history.DoneAsync(new PersonId(Person), ["sync|d1", "restart|d1"], new CaseId("servicenow-1"), "INC1", _time.GetUtcNow(), default);

        (await _history.RepeatedAsync(new PersonId(Person), fix, _time.GetUtcNow().AddDays(-7), default)).ShouldNotBeNull().Number.ShouldBe("INC1");
        (await _history.RepeatedAsync(new PersonId(Person), fix, _time.GetUtcNow().AddSeconds(1), default)).ShouldBeNull();
        (await _history.RepeatedAsync(new PersonId(Person), fix with { Effects = ["sync|d1", "lock|d1"] }, _time.GetUtcNow().AddDays(-7), default)).ShouldBeNull();
        (await _history.RepeatedAsync(new PersonId(Person), fix with { CaseId = new CaseId("servicenow-1") }, _time.GetUtcNow().AddDays(-7), default)).ShouldBeNull("its own work is no repetition");
    }

    [Fact]
    public void Effects_LeaveOutUntilWhenOnly()
    {
        static Plan Plan(params (string Name, string Value)[] parameters) => new()
        {
            CaseId = new CaseId("c"), RunbookId = "r", RunbookHash = "h", Intent = "i", RequesterId = new PersonId(Person), SubjectId = new PersonId(Person),
            Steps = [new PlanStep("s", "group.add-member", TargetKind.User, new TargetId(Person), "name", parameters.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal), "{}", "")],
        };

        FixHistory.EffectsOf(Plan(("groupId", "g1"), ("expiresAfter", "1"))).ShouldBe(FixHistory.EffectsOf(Plan(("groupId", "g1"), ("expiresAfter", "2"))));
        FixHistory.EffectsOf(Plan(("groupId", "g1"))).ShouldNotBe(FixHistory.EffectsOf(Plan(("groupId", "g2"))));
    }

    private async Task<OpenFix> OpenAsync(string id, string[] effects, params string[] secrets)
    {
        var ticket = new TicketReference("servicenow", id, $"INC{id}");
        await _cases.OpenAsync(ticket, _time.GetUtcNow(), default);
        return new OpenFix(ticket.CaseId, ticket.Number, effects, secrets);
    }
}
