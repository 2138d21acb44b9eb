using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>A house with many people, an operator who starts bulk runs, and somebody who approves them.</summary>
/// <param name="house">Where it happens; null for one of its own.</param>
public sealed class BulkHouse(House? house = null) : IDisposable
{
    public const string SignInRepair = "bulk-sign-in-repair";

    public House House { get; } = house ?? new House();

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
        (await Get<BulkService>().StartAsync(form, SignInRepair, "Identity outage", string.Join('\n', lines), House.Person(Operator), null, default)).CaseId.ShouldNotBeNull();

    public async Task<BulkEnd> RunAsync(string caseId, Func<string, bool>? diesAfter = null)
    {
        var context = House.Context(caseId);
        context.DiesAfter = diesAfter ?? (_ => false);
        context.OnWait = name => OnWait is { } own ? own(caseId, name) : AgreeAsync(caseId, name);
        var input = (BulkWorkflow.Input)House.Workflows.Started[caseId];
        return await new BulkWorkflow().RunAsync(context, input);
    }

    /// <summary>The operator asks; a security approver approves.</summary>
    public async Task<bool> AgreeAsync(string caseId, string waitsFor)
    {
        var run = await RunOfAsync(caseId);
        if (waitsFor.StartsWith("bulk-review", StringComparison.Ordinal))
            return await Get<BulkRunActions>().AskAsync(new CaseId(caseId), run.List!.Version, House.Person(Operator), default) == BulkOutcome.Done;
        return waitsFor.StartsWith("approval-", StringComparison.Ordinal)
            && (await DecideAsync(caseId, House.SecurityApprover, approve: true)).Kind is DecisionKind.Recorded or DecisionKind.SameAgain;
    }

    public async Task<DecisionOutcome> DecideAsync(string caseId, string person, bool approve)
    {
        var approvalId = (await Get<CaseStore>().FindAsync(new CaseId(caseId), default))!.OpenApprovalId.ShouldNotBeNull();
        var gate = (await Get<ApprovalService>().FindAsync(approvalId, default))!;
        return await Get<ApprovalService>().DecideAsync(approvalId, gate.PlanHash, approve, House.Person(person), null, default);
    }

    public Task<BulkRun> RunOfAsync(string caseId) => Get<BulkRuns>().GetAsync(new CaseId(caseId), default);

    public async Task<List<BulkTargetRow>> RowsAsync(string caseId)
    {
        var rows = new List<BulkTargetRow>();
        await foreach (var row in Get<BulkTargets>().ListAsync(new CaseId(caseId), default))
            rows.Add(row);
        return rows;
    }

    /// <summary>Effects of a remediation, by target.</summary>
    public IReadOnlyList<string> EffectsOf(string remediation) => House.Remediations[remediation].Targets;

    public void Dispose() => House.Dispose();
}
