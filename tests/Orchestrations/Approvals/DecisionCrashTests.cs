using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>The process is killed at each write of a decision and of its end, just before and just after: what is left is consistent, and no security event.</summary>
public sealed class DecisionCrashTests
{
    private static readonly CaseId CaseId = new("servicenow-1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Decision_KilledAtEachWrite_CountsOnceOrNotAtAll(bool after)
    {
        var isOver = false;
        for (var atWrite = 1; !isOver && atWrite < 40; atWrite++)
        {
            using var house = NewHouse();
            var (gate, input) = await OpenAsync(house);
            var dying = new DyingStore(house.Store, atWrite, after);
            using var killed = NewHouse(dying);
            try
            {
                await DecideAsync(killed, gate);
                isOver = !dying.IsDead;
            }
            catch (ProcessDiedException)
            {
                // The next process goes on from what is written.
            }

            var seen = await StatusAsync(house, gate);
            var outcome = await DecideAsync(house, gate);

            seen.IsChanged.ShouldBeFalse($"write {atWrite}");
            outcome.Kind.ShouldBe(seen.State == ApprovalState.Approved ? DecisionKind.SameAgain : DecisionKind.Recorded, $"write {atWrite}");
            (await StatusAsync(house, gate)).State.ShouldBe(ApprovalState.Approved);
            (await house.Get<ApprovalStore>().FindAsync(gate.ApprovalId, default))!.Decisions.Single().Comment.ShouldBe("Called back.");
            (await house.Get<ApprovalCheck>().WhyNotAsync(gate.ApprovalId, CaseId, (await VerifiedPlan.LoadAsync(house.Get<CaseContext>(), input, default)).Plan, input.Hash, default)).ShouldBeNull();
            (await house.Get<IAuditLog>().ReadAsync(CaseId, default).CountAsync(entry => entry.Event.Kind == AuditKinds.ApprovalDecided)).ShouldBe(1);
            (await TamperEvents.RecentAsync(house.Store, house.Time, default).CountAsync()).ShouldBe(0);
        }

        isOver.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_KilledAtEachWrite_IsAskedForOnce(bool after)
    {
        var isOver = false;
        for (var atWrite = 1; !isOver && atWrite < 40; atWrite++)
        {
            using var house = NewHouse();
            var dying = new DyingStore(house.Store, atWrite, after);
            using var killed = NewHouse(dying);
            try
            {
                await OpenAsync(killed);
                isOver = !dying.IsDead;
            }
            catch (ProcessDiedException)
            {
                // Asked again below, later.
            }

            house.Time.Advance(TimeSpan.FromMinutes(3));
            var (gate, _) = await OpenAsync(house);

            (await DecideAsync(house, gate)).Kind.ShouldBe(DecisionKind.Recorded, $"write {atWrite}");
            (await TamperEvents.RecentAsync(house.Store, house.Time, default).CountAsync()).ShouldBe(0);
        }

        isOver.ShouldBeTrue();
    }

    private static House NewHouse(IRecordStore? store = null) => new(services =>
    {
        services.AddSingleton<IAuditLog, AuditLog>();
        if (store is not null)
            services.AddSingleton(store);
    });

    private static async Task<(ApprovalRequest Gate, PlanReference Plan)> OpenAsync(House house)
    {
        await house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, "user.disable-sign-in");
        var reference = PlanReference.To(plan, await house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default));
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8));
        var opened = await house.Get<RequestApproval>().RunAsync(
            new ActivityContext(CaseId, $"{CaseId}/1", 1, default), new RequestApproval.Input(reference, new Verdict(VerdictOutcome.NeedsApproval, [], requirement, "policy")));
        return ((await house.Get<ApprovalStore>().FindAsync(opened.ApprovalId, default))!, reference);
    }

    private static Task<DecisionOutcome> DecideAsync(House house, ApprovalRequest gate) =>
        house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), "Called back.", default);

    private static Task<ApprovalStatus> StatusAsync(House house, ApprovalRequest gate) => house.Get<PrepareApprovalWait>().RunAsync(
        new ActivityContext(CaseId, $"{CaseId}/2", 1, default), new PrepareApprovalWait.Input(CaseId, gate.ApprovalId, "approval-x"));
}
