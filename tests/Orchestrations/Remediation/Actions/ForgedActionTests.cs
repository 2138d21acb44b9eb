using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Actions;

/// <summary>Somebody who can write to the record store or a history puts another operator, step, person or device under an action: nothing is done.</summary>
public sealed class ForgedActionTests : IDisposable
{
    private readonly House _house = new();
    private readonly ActionScene _scene;

    public ForgedActionTests() => _scene = new ActionScene(_house);

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("operator")]
    [InlineData("step")]
    [InlineData("device")]
    [InlineData("time")]
    public async Task Request_ThatNobodyPressed_PlansNothing(string what)
    {
        await _scene.TwoLaptopsAsync();
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);
        request = what switch
        {
            "operator" => request with { OperatorId = new PersonId(House.Stranger) },
            "step" => request with { StepId = "other" },
            "device" => request with { DeviceId = new DeviceId(ActionScene.Other) },
            _ => request with { AskedAt = request.AskedAt.AddSeconds(1) },
        };

        (await _scene.RunAsync(request)).Why.ShouldNotBeNull().ShouldContain("No signed audit entry says that this operator");

        _scene.Effects().ShouldBeEmpty();
        _house.Audit.Events.ShouldContain(entry => entry.CaseId == request.CaseId && entry.Kind == AuditKinds.TamperingFound);
    }

    [Theory]
    [InlineData("device")]
    [InlineData("operator")]
    [InlineData("remediation")]
    public async Task History_WithAnotherPlan_ChangesNothing(string what)
    {
        await _scene.TwoLaptopsAsync();
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);
        var context = _house.Context(request.CaseId);
        context.History = (name, output) => name switch
        {
            "make-action" => Forged(request, output, what),
            "decide-policy" => DurableJson.Write(DurableJson.Read<Verdict>(output) with { Outcome = VerdictOutcome.Allow }),
            _ => output,
        };

        (await new ActionWorkflow().RunAsync(context, request)).IsDone.ShouldBeFalse();

        _scene.Effects().ShouldBeEmpty();
    }

    // Policy would have asked for an approval: the triage that it was given is not the one that is signed.
    [Fact]
    public async Task History_WithMoreConfidence_ChangesNothing()
    {
        await _scene.TwoLaptopsAsync(confidence: 0.7);
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);
        var context = _house.Context(request.CaseId);
        context.History = (name, output) => name == "make-action" && DurableJson.Read<MakeAction.Result>(output) is var made ? DurableJson.Write(made with { Triage = made.Triage! with { Confidence = 1 } }) : output;

        (await new ActionWorkflow().RunAsync(context, request)).IsDone.ShouldBeFalse();

        _scene.Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_WithAnotherRequesterAndIntent_IsNotBelieved()
    {
        await _scene.TwoLaptopsAsync();
        await _house.Get<CaseStore>().UpdateAsync(
            ActionScene.CaseId, record => record with { RequesterId = new PersonId(House.Stranger), RequesterName = "Sam Stranger", Intent = "device.lost", RunbookId = "device-lost" }, default);

        var offers = await _house.Get<ActionService>().OffersAsync(ActionScene.CaseId, House.Person(House.ItManager), default);

        offers.SubjectId.ShouldBe(new PersonId(House.Requester));
        offers.Steps.Select(offer => offer.Step.Remediation).Distinct().ShouldBe(["device.sync"]);
    }

    private string Forged(ActionRequest request, string output, string what)
    {
        var (made, contexts) = (DurableJson.Read<MakeAction.Result>(output), _house.Get<CaseContext>());
        var plan = contexts.GetAsync<Plan>(made.Plan!.Context, default).GetAwaiter().GetResult();
        plan = what switch
        {
            "device" => plan with { Steps = [plan.Steps[0] with { TargetId = new TargetId(ActionScene.OfAnother), TargetName = "LON-LT-1103" }] },
            "operator" => plan with { OperatorId = new PersonId(House.Stranger) },
            _ => plan with { Steps = [plan.Steps[0] with { Remediation = "device.wipe" }] },
        };
        return DurableJson.Write(made with { Plan = PlanReference.To(plan, contexts.PutAsync(request.CaseId, "plan", plan, default).GetAwaiter().GetResult()) });
    }
}
