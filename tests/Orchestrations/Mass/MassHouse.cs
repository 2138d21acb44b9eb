using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Mass;

/// <summary>A house with many people, an operator who starts mass runs, and somebody who approves them.</summary>
public sealed class MassHouse : IDisposable
{
    public const string SignInRepair = "mass-sign-in-repair";

    public House House { get; } = new();

    public string Operator => House.ItManager;

    /// <summary>Called when the run waits; default: the operator asks and a security approver says yes.</summary>
    public Func<string, string, Task<bool>>? OnWait { get; set; }

    public T Get<T>()
        where T : notnull => House.Get<T>();

    /// <summary>Adds people; every second one is blocked.</summary>
    public List<string> People(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var id = $"0b000000-0000-4000-8000-{i:D12}";
            House.Directory.People[id] = House.Directory.Add(id, $"Person {i}") with { AccountEnabled = i % 2 == 0 };
            if (i % 2 == 0)
                House.Remediations["user.enable-sign-in"].AlreadyDone(id);
            ids.Add(id);
        }

        return ids;
    }

    public async Task<string> StartAsync(IEnumerable<string> lines, string form = "form-1") =>
        (await Get<MassDesk>().StartAsync(form, SignInRepair, "Identity outage", string.Join('\n', lines), House.Person(Operator), null, default)).CaseId.ShouldNotBeNull();

    public async Task<MassEnd> RunAsync(string caseId, Func<string, bool>? diesAfter = null)
    {
        var context = House.Context(caseId);
        context.DiesAfter = diesAfter ?? (_ => false);
        context.OnWait = name => OnWait is { } own ? own(caseId, name) : AgreeAsync(caseId, name);
        var input = (MassInput)House.Workflows.Started[caseId];
        return await new MassWorkflow().RunAsync(context, input);
    }

    /// <summary>The operator asks; a security approver approves.</summary>
    public async Task<bool> AgreeAsync(string caseId, string waitsFor)
    {
        var run = await RunOfAsync(caseId);
        if (waitsFor.StartsWith("mass-review", StringComparison.Ordinal))
            return await Get<MassDesk>().AskAsync(caseId, run.List!.Version, House.Person(Operator), default) == MassOutcome.Done;
        return waitsFor.StartsWith("approval-", StringComparison.Ordinal)
            && (await DecideAsync(caseId, House.SecurityApprover, approve: true)).Kind is DecisionKind.Recorded or DecisionKind.SameAgain;
    }

    public async Task<DecisionOutcome> DecideAsync(string caseId, string person, bool approve)
    {
        var gateId = (await Get<CaseJournal>().FindAsync(caseId, default))!.OpenGateId.ShouldNotBeNull();
        var gate = (await Get<ApprovalDesk>().FindAsync(gateId, default))!;
        return await Get<ApprovalDesk>().DecideAsync(gateId, gate.PlanHash, approve, House.Person(person), null, default);
    }

    public Task<MassRun> RunOfAsync(string caseId) => Get<MassRuns>().GetAsync(caseId, default);

    public async Task<List<MassTargetRow>> RowsAsync(string caseId)
    {
        var rows = new List<MassTargetRow>();
        await foreach (var row in Get<MassTargets>().ListAsync(caseId, default))
            rows.Add(row);
        return rows;
    }

    /// <summary>Effects of a remediation, by target.</summary>
    public IReadOnlyList<string> EffectsOf(string remediation) => House.Remediations[remediation].Targets;

    public void Dispose() => House.Dispose();
}
