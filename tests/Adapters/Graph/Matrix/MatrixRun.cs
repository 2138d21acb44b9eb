using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>One row on a fresh simulated tenant, planned and ready to be executed.</summary>
public sealed class MatrixRun : IAsyncDisposable
{
    private int _effectsBefore;

    private MatrixRun(SimulatedGraph graph, RemediationRow row)
    {
        Graph = graph;
        Row = row;
        Remediation = graph.Get<RemediationCatalogue>().Get(row.Id);
    }

    public SimulatedGraph Graph { get; }

    public RemediationRow Row { get; }

    public IRemediation Remediation { get; }

    public CapturedState Captured { get; private set; } = new("{}", "");

    public RemediationCall Call { get; private set; } = null!;

    /// <summary>Changes that the simulated Graph has made since the plan.</summary>
    public int Effects => Graph.Effects.Count - _effectsBefore;

    public static async Task<MatrixRun> StartAsync(string row, IReadOnlyDictionary<GraphIdentity, string[]>? roles = null)
    {
        var run = new MatrixRun(await SimulatedGraph.StartAsync(roles), RemediationRows.Get(row));
        run.Row.Seed(run.Graph);
        await run.PlanAsync();
        return run;
    }

    /// <summary>Plans it anew on the tenant as it is.</summary>
    public async Task PlanAsync()
    {
        Captured = await CaptureAsync();
        Captured.Refusal.ShouldBeNull();
        _effectsBefore = Graph.Effects.Count;
        var target = Row.Target(Graph);
        var step = new PlanStep("s", Row.Id, Remediation.Descriptor.Target, new TargetId(target), "name", Row.Parameters, Captured.Json, Captured.Text);
        Call = new RemediationCall(new CaseId("case"), step, $"case/{Row.Id}", DateTimeOffset.UtcNow);
    }

    public Task<CapturedState> CaptureAsync() =>
        Remediation.CaptureAsync(new RemediationTarget(Remediation.Descriptor.Target, Row.Target(Graph), Row.Parameters), CancellationToken.None);

    public Task<Precondition> CheckAsync() => Remediation.CheckAsync(Call, CancellationToken.None);

    public Task<RemediationReceipt> ExecuteAsync() => Remediation.ExecuteAsync(Call, CancellationToken.None);

    public Task<ReadBack> VerifyAsync() => Remediation.VerifyAsync(Call, CancellationToken.None);

    public Task<ReadBack> VerifiedAsync() => Graph.VerifiedAsync(Remediation, Call);

    public Task<RemediationReceipt> UndoAsync() => Remediation.UndoAsync(Call, CancellationToken.None);

    /// <summary>A fault on the calls that change something.</summary>
    public void Fault(FaultKind kind, int? count = null, double seconds = 0, bool onEveryWrite = false)
    {
        foreach (var method in onEveryWrite ? ["POST", "PATCH", "DELETE"] : new[] { Row.Write.Method })
            Graph.Fault(kind, onEveryWrite ? "*" : $"*{Row.Write.Path}", method, count, seconds, name: $"{kind}-{method}");
    }

    public ValueTask DisposeAsync() => Graph.DisposeAsync();
}
