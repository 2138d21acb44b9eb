using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Undo;

/// <summary>A case whose steps were carried out and read back, as a ticket leaves it behind.</summary>
public sealed class DoneCase(House house)
{
    public static readonly CaseId CaseId = new("servicenow-1");

    public Plan Plan { get; private set; } = null!;

    public StepInput First { get; private set; } = null!;

    public async Task<DoneCase> CarryOutAsync(params string[] remediations)
    {
        var caseStore = house.Get<CaseStore>();
        await caseStore.OpenAsync(new TicketReference("servicenow", "1", "INC1"), house.Time.GetUtcNow(), default);
        Plan = Plans.Of(CaseId, remediations);
        var reference = await house.Get<CaseContext>().PutAsync(CaseId, "plan", Plan, default);
        await caseStore.UpdateAsync(
            CaseId,
            record => record with { Plan = reference, Steps = [.. Plan.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))] },
            default);
        for (var index = 0; index < remediations.Length; index++)
        {
            var input = new StepInput(PlanReference.To(Plan, reference), index, null);
            First = index == 0 ? input : First;
            var report = await house.Get<ExecuteStep>().RunAsync(Attempt($"step-{index}"), input);
            var found = await house.Get<VerifyStep>().RunAsync(
                Attempt($"verify-{index}"), new VerifyStep.Input(input, report.Key, report.StartedAt, report.Outcome == StepOutcome.Executed, IsLast: true));
            found.Outcome.ShouldBe(ReadBackOutcome.Verified, report.Note);
        }

        await caseStore.UpdateAsync(CaseId, record => record with { State = CaseState.Resolved, ClosedAt = house.Time.GetUtcNow(), Verified = true }, default);
        house.Trace.Clear();
        return this;
    }

    public static ActivityContext Attempt(string step, int attempt = 1) => new(CaseId, $"{CaseId}/{step}", attempt, default);

    public static SignedInPerson Operator => House.Person(House.ItManager);
}
