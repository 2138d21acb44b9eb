using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Remediation.Undo;

/// <summary>Somebody who can write to the record store asks for an undo in another operator's name, or puts another plan under one: nothing is undone.</summary>
public sealed class ForgedUndoTests : IDisposable
{
    private const string Add = "group.add-member";
    private static readonly CaseId UndoId = new($"{DoneCase.CaseId}-undo-1");

    private readonly House _house = new(static services => services.AddSingleton<IAuditLog, AuditLog>().AddSingleton<StandingVerdict>().AddSingleton<IStandingVerdict, MadeHere>());

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Undo_AskedForByAnOperatorAndApproved_IsDone()
    {
        var request = await AskAsync();

        (await RunAsync(request, by: House.DeskLead)).IsUndone.ShouldBeTrue();

        _house.Trace.ShouldContain($"undo {Add}");
        (await EntriesAsync(UndoId)).ShouldNotContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("reason")]
    [InlineData("time")]
    public async Task Request_ThatNobodyMade_PlansNothing(string what)
    {
        var request = await AskAsync();
        request = what switch
        {
            // So that who asked in truth could approve it.
            "operator" => request with { OperatorId = new PersonId(House.Stranger) },
            "reason" => request with { Reason = "Agreed with the security team." },
            _ => request with { AskedAt = request.AskedAt.AddSeconds(1) },
        };

        (await RunAsync(request, by: House.ItManager)).Why.ShouldNotBeNull().ShouldContain("No signed audit entry says that this operator asked");

        _house.Teams.Cards.ShouldBeEmpty();
        await NothingUndoneAndToldAsync(UndoId);
    }

    // Who asked in truth approves it: the plan says that somebody else asked.
    [Fact]
    public async Task History_WithAPlanInAnotherOperatorsName_IsNotUndoneThoughItWasApproved()
    {
        var request = await AskAsync();

        var end = await RunAsync(request, by: House.ItManager, history: (name, output) => name == "make-undo" ? Forged(output) : output);

        end.IsUndone.ShouldBeFalse();
        await NothingUndoneAndToldAsync(UndoId);
    }

    [Fact]
    public async Task Plan_WhoseOriginWasNeverPlanned_IsNotUndone()
    {
        var request = await AskAsync(isOriginSigned: false);

        (await RunAsync(request, by: House.DeskLead)).IsUndone.ShouldBeFalse();

        await NothingUndoneAndToldAsync(DoneCase.CaseId);
    }

    // What follows from a failed step or from the end of a time asks for no approval: only what was planned here is undone so.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expiry_OfAPlanThatWasNeverMade_ChangesNothing(bool isSigned)
    {
        var done = await new DoneCase(_house).CarryOutAsync(Add);
        if (isSigned)
            await SignAsync(done.Plan);

        var report = await _house.Get<UndoStep>().RunAsync(DoneCase.Attempt("expiry"), new UndoStepInput(done.First, _house.Time.GetUtcNow(), "Its time is over."));

        report.Outcome.ShouldBe(isSigned ? UndoOutcome.Undone : UndoOutcome.Refused, report.Note);
        if (!isSigned)
            await NothingUndoneAndToldAsync(DoneCase.CaseId);
    }

    private string Forged(string output)
    {
        var (made, contexts) = (DurableJson.Read<MakeUndo.Result>(output), _house.Get<CaseContext>());
        var plan = contexts.GetAsync<Plan>(made.Plan!.Context, default).GetAwaiter().GetResult();
        plan = plan with { RequesterId = new PersonId(House.Stranger) };
        return DurableJson.Write(made with { Plan = PlanReference.To(plan, contexts.PutAsync(UndoId, "plan", plan, default).GetAwaiter().GetResult()) });
    }

    private async Task<UndoRequest> AskAsync(bool isOriginSigned = true)
    {
        var done = await new DoneCase(_house).CarryOutAsync(Add);
        if (isOriginSigned)
            await SignAsync(done.Plan);
        // The operator may approve undos, only not their own.
        _house.Directory.Members.Add((House.ItManager, House.DeskGroup));
        var answer = await _house.Get<UndoService>().AskAsync(DoneCase.CaseId, ["s1"], DoneCase.Operator, "The wrong person was given it.", default);
        return _house.Workflows.Started[answer.CaseId.ShouldNotBeNull(answer.WhyNot)].ShouldBeOfType<UndoRequest>();
    }

    private async Task SignAsync(Plan plan) => await _house.Get<IAuditLog>().AppendAsync(
        await _house.Get<AuditSeals>().SealAsync(
            new AuditEvent(plan.CaseId, "plan/planned", AuditKinds.Planned, "helpdesk", "A plan was made.", new Dictionary<string, string>(StringComparer.Ordinal) { [SignedPlan.HashFact] = PlanFingerprint.Of(plan) }), default),
        default);

    private async Task<UndoWorkflow.Result> RunAsync(UndoRequest request, string by, Func<string, string, string>? history = null)
    {
        var context = _house.Context(request.CaseId);
        context.History = history ?? context.History;
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(by), null, default)).Kind == DecisionKind.Recorded;
        return await new UndoWorkflow().RunAsync(context, request);
    }

    private async Task NothingUndoneAndToldAsync(string caseId)
    {
        _house.Trace.ShouldNotContain(line => line.StartsWith("undo ", StringComparison.Ordinal));
        (await EntriesAsync(caseId)).ShouldContain(entry => entry.Event.Kind == AuditKinds.TamperingFound);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldContain(found => found.CaseId == caseId);
    }

    private async Task<List<AuditEntry>> EntriesAsync(string caseId) => await _house.Get<IAuditLog>().ReadAsync(new CaseId(caseId), default).ToListAsync();

    // Steps are carried out here without ticket and policy; where their plan comes from is what these tests are about.
    private sealed class MadeHere(StandingVerdict real) : IStandingVerdict
    {
        public Task<string?> WhyNotAsync(Plan plan, PlanHash planHash, bool isApproved, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public Task<string?> WhyNotMadeAsync(CaseId caseId, PlanHash planHash, CancellationToken cancellation) => real.WhyNotMadeAsync(caseId, planHash, cancellation);
    }
}
