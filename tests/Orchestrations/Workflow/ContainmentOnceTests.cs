using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Containment keeps the promises: each effect once, under a hash that was allowed, and undone only by an operator.</summary>
public sealed class ContainmentOnceTests : ContainmentScene
{
    [Fact]
    public async Task KilledAfterEveryActivity_EachContainmentEffectHappensOnce()
    {
        Own("ph", "iOS", "iPhone 15");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");
        var context = Deciding(true);
        context.DiesAfter = _ => true;

        (await House.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        Effects().Where(effect => effect != "effect device.locate").ShouldBe(["effect user.revoke-sessions", "effect device.remote-lock", "effect device.wipe"], ignoreOrder: true);
        House.Audit.Events.Select(entry => entry.Key).ShouldBeUnique();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KilledAtEachWrite_UntilTheApprovalIsAskedFor_EachEffectHappensOnceAndNoneIsLost(bool after)
    {
        for (var (write, last) = (1, false); !last; write++)
        {
            StumblingStore? store = null;
            Restart(services => services.AddSingleton<IRecordStore>(store = new StumblingStore(Memory, write, after)));
            Ticket("identity.compromised", Compromised);
            var context = House.Context(CaseId);
            context.OnWait = _ => throw new OperationCanceledException("An approval is waited for: far enough.");

            await Should.ThrowAsync<OperationCanceledException>(() => House.RunAsync(context));

            last = store.ShouldNotBeNull().Writes < write;
            Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], $"write {write}");
            (await RecordAsync()).Steps.Where(step => step.Id is "signout" or "risk").ShouldAllBe(step => step.State == CaseStepState.Verified);
            House.Audit.Events.Select(entry => entry.Key).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EffectThatTimedOut_BeforeOrAfterItHappened_IsDoneOnce(bool afterEffect)
    {
        Ticket("identity.compromised", Compromised);
        House.Remediations["user.confirm-compromised"].Faults.Enqueue((afterEffect, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));

        await House.RunAsync(Deciding(true));

        House.Remediations["user.confirm-compromised"].Targets.ShouldBe([Harness.House.Requester]);
    }

    [Fact]
    public async Task ContainedStep_CanBeUndoneByAnOperator_UnderItsOwnPlan()
    {
        Ticket("identity.compromised", Compromised);
        var end = await House.RunAsync(Deciding(true));
        end.State.ShouldBe(CaseState.Resolved, end.Why);
        var record = await RecordAsync();

        var offers = await House.Get<UndoOffers>().OfAsync(record, default);

        offers.Select(offer => offer.Step.Id).ShouldBe(["signout", "risk", "disable", "password"]);
        offers.Single(offer => offer.Step.Id == "risk").ShouldSatisfyAllConditions(offer => offer.WhyNot.ShouldBeNull(), offer => offer.Plan.ShouldNotBe(record.Plan));
        (await House.Get<UndoService>().AskAsync(CaseId, ["risk", "disable"], Harness.House.Person(Harness.House.SecurityApprover), "False alarm", default)).WhyNot.ShouldNotBeNull().ShouldContain("separately");
        (await House.Get<UndoService>().AskAsync(CaseId, ["risk"], Harness.House.Person(Harness.House.SecurityApprover), "False alarm", default)).CaseId.ShouldBe(new CaseId($"{CaseId}-undo-1"));
    }

    [Fact]
    public async Task EveryEffect_StandsUnderAPlanHashThatWasAllowedOrApproved()
    {
        Own("ph", "iOS", "iPhone 15");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");

        await House.RunAsync(Deciding(true));

        var allowed = House.Audit.Events.Where(entry => entry.Kind == AuditKinds.PolicyDecided && entry.Facts["outcome"] == nameof(VerdictOutcome.Allow)).Select(entry => entry.Facts["plan-hash"]);
        var approved = House.Audit.Events.Where(entry => entry.Kind == AuditKinds.ApprovalDecided).Select(entry => entry.Facts["plan-hash"]);
        foreach (var effect in House.Audit.Events.Where(entry => entry.Kind == AuditKinds.StepIntended))
            (effect.Facts["remediation"] is "user.revoke-sessions" or "device.remote-lock" ? allowed : approved).ShouldContain(effect.Facts["plan-hash"]);
    }
}
