using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.HandOvers;

/// <summary>Somebody who can write to the record store, and wants a pass for another person's account.</summary>
public sealed class ForgedHandOverTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");

    private static readonly string Partition = Tenant.Partition("hand-overs");

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("subject")]
    [InlineData("requester")]
    [InlineData("opener")]
    [InlineData("step")]
    [InlineData("time")]
    [InlineData("another id")]
    public async Task Record_Forged_ShowsNothing(string what)
    {
        var handOver = await OpenAsync();
        var forged = what switch
        {
            "subject" => handOver with { SubjectId = new PersonId(House.Stranger) },
            "requester" => handOver with { RequesterId = new PersonId(House.Stranger) },
            "opener" => handOver with { OpenerIds = [House.Stranger] },
            "step" => handOver with { StepId = "s2" },
            "time" => handOver with { ExpiresAt = handOver.ExpiresAt.AddDays(30) },
            _ => handOver with { HandOverId = "servicenow-1-made-up" },
        };
        _house.Store.Tamper(Tables.Approvals, Partition, forged.HandOverId, DurableJson.Write(forged));
        _house.Directory.Managers[House.Stranger] = House.Manager;

        var outcome = await Desk.ShowAsync(forged.HandOverId, House.Person(House.Manager), null, default);

        outcome.Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        outcome.Message.ShouldContain("changed outside HelpDesk");
        _house.Mint.Made.ShouldBe(0);
        await ToldAsync();
    }

    [Fact]
    public async Task Record_OpenedAgainAfterTheShowing_ShowsNothingTwice()
    {
        var handOver = await OpenAsync();
        (await Desk.ShowAsync(handOver.HandOverId, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.Shown);
        _house.Store.Tamper(Tables.Approvals, Partition, handOver.HandOverId, DurableJson.Write(handOver));

        (await Desk.ShowAsync(handOver.HandOverId, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.AlreadyShown);

        _house.Mint.Made.ShouldBe(1);
        await ToldAsync();
    }

    [Fact]
    public async Task Record_ThatClaimsTheShowing_IsNotCollected()
    {
        var handOver = await OpenAsync();
        _house.Store.Tamper(Tables.Approvals, Partition, handOver.HandOverId, DurableJson.Write(handOver with { State = HandOverState.Collected, CollectedBy = House.Manager }));

        var status = await _house.Get<PrepareHandOverWait>().RunAsync(Attempt(2), new PrepareHandOverWait.Input(CaseId, handOver.HandOverId, "hand-over-x"));

        status.State.ShouldBe(HandOverState.Withdrawn);
        (await _house.Get<CloseHandOver>().RunAsync(Attempt(3), new CloseHandOver.Input(CaseId, handOver.HandOverId))).State.ShouldBe(HandOverState.Withdrawn);
        await ToldAsync();
    }

    [Fact]
    public async Task Approver_WhoLeftTheGroup_EndsTheHandOver()
    {
        var handOver = await OpenAsync();
        _house.Directory.Members.Remove((House.DeskLead, House.DeskGroup));

        (await Desk.ShowAsync(handOver.HandOverId, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        _house.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task HandOver_WithoutAnApproval_IsNotOpened()
    {
        var reference = await PlanAsync();

        var error = await Should.ThrowAsync<VendorException>(() => _house.Get<OpenHandOver>().RunAsync(Attempt(1), new OpenHandOver.Input(reference, 0)));

        error.IsRetryable.ShouldBeFalse();
        (await _house.Get<HandOverRecords>().FindAsync($"{CaseId}-s1", default)).ShouldBeNull();
    }

    private HandOverService Desk => _house.Get<HandOverService>();

    private static ActivityContext Attempt(int number) => new(CaseId, $"{CaseId}/{number}", 1, default);

    private async Task ToldAsync()
    {
        _house.Audit.Events.ShouldContain(entry => entry.Kind == AuditKinds.TamperingFound && entry.CaseId == CaseId);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).CountAsync()).ShouldBeGreaterThan(0);
    }

    private async Task<PlanReference> PlanAsync()
    {
        await _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), _house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, "user.grant-temporary-pass");
        return PlanReference.To(plan, await _house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default));
    }

    private async Task<HandOver> OpenAsync()
    {
        var reference = await PlanAsync();
        var approvalId = await Decided.AsAsync(_house, reference, ApprovalState.Approved, House.DeskLead);
        var opened = await _house.Get<OpenHandOver>().RunAsync(Attempt(1), new OpenHandOver.Input(reference, 0, approvalId));
        return (await _house.Get<HandOverRecords>().FindAsync(opened.HandOverId, default)).ShouldNotBeNull();
    }
}
