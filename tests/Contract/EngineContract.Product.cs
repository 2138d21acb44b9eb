using System.Collections.Concurrent;
using System.Globalization;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Contract;

/// <summary>The product's own workflow over each engine, the whole way: real activities, runbooks and policy, fakes where the outside world begins.</summary>
public abstract partial class EngineContract
{
    private const string Case = "servicenow-9d385017c611228701d22104cc95c371";

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Ticket_DecidedByAnApprover_TakesTheSameStepsOnEveryEngine(bool approve, bool engineStopsMeanwhile)
    {
        using var house = new House();
        house.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var runs = new ConcurrentQueue<(string Key, string Name)>();
        await RunningAsync(
            [TicketWorkflow.Reference, NoticeWorkflow.Reference],
            [.. house.Get<IEnumerable<ActivityReference>>().Select(activity => new NotedActivity(activity, house.Get<IServiceProvider>(), (name, key) => runs.Enqueue((key, name))))]);
        await Client.StartAsync(TicketWorkflow.Reference, Case, new TicketWorkflow.Input(house.Tickets.Ticket!.Reference, house.Time.GetUtcNow()), default);
        await UntilStatusAsync(Case, "Waiting for approval");
        await UntilAsync(() => house.Teams.Cards.Count == 1 && runs.Any(run => run.Name == "prepare-approval-wait"), "the card, and the wait for its answer");

        await UntilAsync($"{Case}:8", WorkflowState.Completed);
        if (engineStopsMeanwhile)
            await RestartAsync();
        var gate = (await house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync()).ShouldNotBeNull();
        var decided = await house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(House.SecurityApprover), null, default);
        decided.Kind.ShouldBe(DecisionKind.Recorded);
        // The house has a client of its own, which only remembers what was raised.
        var (instance, name) = house.Workflows.Raised.ShouldHaveSingleItem();
        (await Client.RaiseEventAsync(instance, name, Unit.Value, default)).ShouldBeTrue();

        var end = DurableJson.Read<TicketWorkflow.Result>((await UntilAsync(Case, WorkflowState.Completed)).OutputJson!);
        (end.State, end.Path).ShouldBe(approve ? (CaseState.Resolved, CasePath.Approval) : (CaseState.Escalated, CasePath.Refused));
        house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal))
            .ShouldBe(approve ? ["effect user.disable-sign-in", "effect user.revoke-sessions", "effect user.confirm-compromised", "effect user.force-password-change"] : []);
        string[] before = ["1 open-case", "2 enrich-case", "3 triage-ticket", "4 make-plan", "5 decide-policy", "6 request-approval", "7 notify-requester", "9 prepare-approval-wait", "11 prepare-approval-wait"];
        string[] after = approve
            ? [
                "12 decide-policy", "13 execute-step", "14 verify-step", "15 execute-step", "16 verify-step", "17 execute-step", "18 verify-step", "19 execute-step", "20 verify-step",
                "21 notify-requester", "22 resolve-case",
            ]
            : ["12 notify-requester", "13 escalate-case"];
        runs.Where(run => run.Key.StartsWith($"{Case}/", StringComparison.Ordinal)).Select(run => (Step: int.Parse(run.Key[(Case.Length + 1)..], CultureInfo.InvariantCulture), run.Name)).OrderBy(run => run.Step)
            .Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Step} {run.Name}")).ShouldBe([.. before, .. after]);
        // Step 8 is the notice, a child of its own.
        runs.Where(run => run.Key.StartsWith($"{Case}:8/", StringComparison.Ordinal)).OrderBy(run => run.Key, StringComparer.Ordinal)
            .Select(run => run.Name).ShouldBe(["list-channels", "post-notice"]);
    }
}
