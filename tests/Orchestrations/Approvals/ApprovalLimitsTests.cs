using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals;

public sealed class ApprovalLimitsTests : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task SecondCase_OfTheSamePersonAndRunbook_GetsNoApprovalWhileTheFirstWaits()
    {
        await OpenAsync("1");
        await OpenAsync("2");
        (await AskAsync("1")).ShouldBeNull();

        (await AskAsync("2")).ShouldNotBeNull().ShouldContain("already waits, for INC1");
        (await AskAsync("1")).ShouldBeNull("its own place");
        (await AskAsync("3", plan => plan with { RunbookId = "another" })).ShouldBeNull("another runbook");
        await _house.Get<CaseStore>().UpdateAsync(new CaseId("servicenow-1"), record => record with { State = CaseState.Resolved, ClosedAt = _house.Time.GetUtcNow() }, default);
        (await AskAsync("2")).ShouldBeNull("the first is closed");
    }

    [Fact]
    public async Task Requester_WhoAskedForTheMostOfAnHour_GetsNoMoreUntilTheNext()
    {
        for (var at = 0; at < 6; at++)
            (await AskAsync($"{at}", plan => plan with { SubjectId = new PersonId($"subject-{at}") })).ShouldBeNull();

        (await AskAsync("7", plan => plan with { SubjectId = new PersonId("subject-7") })).ShouldNotBeNull().ShouldContain("6 approvals in this hour");
        (await AskAsync("8", plan => plan with { SubjectId = new PersonId("subject-8"), RequesterId = new PersonId(House.Stranger) })).ShouldBeNull("another requester");
        _house.Time.Advance(TimeSpan.FromHours(1));
        (await AskAsync("7", plan => plan with { SubjectId = new PersonId("subject-7") })).ShouldBeNull();
    }

    [Fact]
    public async Task Cards_BeyondThoseOfAnHour_AreOneDigest()
    {
        var limits = _house.Get<CardLimits>();
        var kinds = new List<CardKind>();
        for (var at = 0; at < 60; at++)
            kinds.Add(await limits.OfAsync($"{NoticeKind.Request}|{at}", default));

        kinds.Count(kind => kind == CardKind.Own).ShouldBe(40);
        kinds.Count(kind => kind == CardKind.Digest).ShouldBe(1);
        (await limits.OfAsync($"{NoticeKind.Request}|3", default)).ShouldBe(CardKind.Own, "the same at the next attempt");
        (await limits.OfAsync($"{NoticeKind.Request}|40", default)).ShouldBe(CardKind.Digest, "the same at the next attempt");
    }

    private Task OpenAsync(string id) => _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", id, $"INC{id}"), _house.Time.GetUtcNow(), default);

    private Task<string?> AskAsync(string id, Func<Plan, Plan>? change = null) =>
        _house.Get<ApprovalLimits>().WhyNotAsync((change ?? (static plan => plan))(Plans.Of($"servicenow-{id}", "user.disable-sign-in")), default);
}
