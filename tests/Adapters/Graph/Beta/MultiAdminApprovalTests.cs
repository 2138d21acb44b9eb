using System.Text;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Beta;

/// <summary>Intune's Multi-Admin Approval: the justification, the code, and what becomes of the request.</summary>
public sealed class MultiAdminApprovalTests
{
    private const string Gate = "gate-7f";

    [Fact]
    public async Task Action_Always_CarriesOurApprovalAsItsJustification()
    {
        await using var run = await RemediationRun.Of("device.retire");

        await run.Remediation.ExecuteAsync(run.Call with { ApprovalId = Gate }, CancellationToken.None);

        var sent = run.Graph.Requests.Single(request => request.Method == "POST");
        Encoding.UTF8.GetString(Convert.FromBase64String(sent.Headers["x-msft-approval-justification"])).ShouldBe($"HelpDesk case case, step s: approval {Gate}");
        sent.Headers.ContainsKey("x-msft-approval-code").ShouldBeFalse();
    }

    [Fact]
    public async Task ProtectedAction_Granted_IsDoneOnceWithTheCode()
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        graph.Approvals.Protect(["wipe"]);
        var (remediation, call) = await PlanAsync(graph);

        var asked = await remediation.ExecuteAsync(call, CancellationToken.None);
        var code = asked.MultiAdminApprovalCode.ShouldNotBeNull();
        (await LookAsync(graph, code)).ShouldBe(MultiAdminApprovalState.Waiting);
        graph.Effects.ShouldBeEmpty();
        graph.Approvals.All.Single()["requestJustification"]!.GetValue<string>().ShouldContain(Gate);

        graph.Approvals.Decide(code, isApproved: true).ShouldBeTrue();
        (await LookAsync(graph, code)).ShouldBe(MultiAdminApprovalState.Granted);
        var done = await remediation.ExecuteAsync(call with { MultiAdminApprovalCode = code }, CancellationToken.None);

        done.MultiAdminApprovalCode.ShouldBeNull();
        done.HadEffect.ShouldBeTrue();
        graph.Effects.Count.ShouldBe(1);
        (await LookAsync(graph, code)).ShouldBe(MultiAdminApprovalState.Completed);
        await graph.VerifiedAsync(remediation, call);
    }

    [Fact]
    public async Task ProtectedAction_Rejected_IsSaidSoAndTheCodeOpensNothing()
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        graph.Approvals.Protect(["wipe"]);
        var (remediation, call) = await PlanAsync(graph);
        var code = (await remediation.ExecuteAsync(call, CancellationToken.None)).MultiAdminApprovalCode.ShouldNotBeNull();

        graph.Approvals.Decide(code, isApproved: false).ShouldBeTrue();

        (await LookAsync(graph, code)).ShouldBe(MultiAdminApprovalState.Rejected);
        (await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call with { MultiAdminApprovalCode = code }, CancellationToken.None))).IsRetryable.ShouldBeFalse();
        graph.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task ProtectedAction_WhoseAnswerWasLost_FindsItsOwnRequestAgain()
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        graph.Approvals.Protect(["wipe"]);
        var (remediation, call) = await PlanAsync(graph);
        graph.Fault(FaultKind.DropAfter, "*wipe", "POST", count: 1);
        await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call, CancellationToken.None));

        var again = await remediation.ExecuteAsync(call, CancellationToken.None);

        again.MultiAdminApprovalCode.ShouldBe((string)graph.Approvals.All.ShouldHaveSingleItem()["id"]!);
    }

    [Fact]
    public async Task ProtectedAction_ThatSomebodyElseAskedFor_IsAFaultThatNamesThePlace()
    {
        await using var graph = await SimulatedGraph.StartAsync(beta: true);
        graph.Approvals.Protect(["wipe"]);
        var (remediation, call) = await PlanAsync(graph);
        await remediation.ExecuteAsync(call with { CaseId = new CaseId("another") }, CancellationToken.None);

        var fault = await Should.ThrowAsync<VendorException>(() => remediation.ExecuteAsync(call, CancellationToken.None));

        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("Multi Admin Approval");
    }

    [Fact]
    public async Task Request_WithoutBetaEndpoints_IsNotSeenAndSaysWhichSetting()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Approvals.Protect(["wipe"]);
        var (remediation, call) = await PlanAsync(graph);

        var code = (await remediation.ExecuteAsync(call, CancellationToken.None)).MultiAdminApprovalCode.ShouldNotBeNull();
        var look = await graph.Get<IMultiAdminApprovals>().GetStatusAsync(code, CancellationToken.None);

        look.State.ShouldBe(MultiAdminApprovalState.Unseen);
        look.Text.ShouldContain("Graph:UseBetaEndpoints");
        graph.Effects.ShouldBeEmpty();
    }

    private static async Task<MultiAdminApprovalState> LookAsync(SimulatedGraph graph, string code) => (await graph.Get<IMultiAdminApprovals>().GetStatusAsync(code, CancellationToken.None)).State;

    private static async Task<(IRemediation Remediation, RemediationCall Call)> PlanAsync(SimulatedGraph graph) =>
        (graph.Get<RemediationCatalogue>().Get("device.wipe"), await graph.PlanAsync("device.wipe", graph.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id) with { ApprovalId = Gate });
}
