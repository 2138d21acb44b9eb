using System.Collections.Concurrent;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.Actions;
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
        await UntilAsync(() => house.Teams.Cards.Count == 1 && runs.Any(static run => run.Name == "post-notice") && runs.Any(static run => run.Name == "prepare-approval-wait"), "the card, and the wait for its answer");

        var notice = $"{Case}:{NumberIn(runs.First(static run => run.Name == "post-notice").Key)}";
        await UntilAsync(notice, WorkflowState.Completed);
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
        // What contains the threat runs at once and side by side; the rest in the order of the plan.
        var effects = house.Trace.Where(static line => line.StartsWith("effect", StringComparison.Ordinal)).ToArray();
        effects.Take(2).ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], ignoreOrder: true);
        effects.Skip(2).ShouldBe(approve ? ["effect user.disable-sign-in", "effect user.force-password-change"] : []);
        var steps = runs.Where(run => run.Key.StartsWith($"{Case}/", StringComparison.Ordinal)).Select(run => (Step: int.Parse(run.Key[(Case.Length + 1)..], CultureInfo.InvariantCulture), run.Name))
            .OrderBy(run => run.Step).ToList();
        static string Line((int Step, string Name) run) => string.Create(CultureInfo.InvariantCulture, $"{run.Step} {run.Name}");
        steps.Take(4).Select(Line).ShouldBe(["1 open-case", "2 enrich-case", "3 triage-ticket", "4 make-plan"]);
        // Two containment steps, each planned, weighed, done and read back: which of them is ahead is up to the machine.
        steps.Skip(4).Take(8).Select(static run => run.Step).ShouldBe(Enumerable.Range(5, 8));
        steps.Skip(4).Take(8).Select(static run => run.Name).ShouldBe(
            ["plan-containment", "plan-containment", "decide-policy", "decide-policy", "execute-step", "execute-step", "verify-step", "verify-step"], ignoreOrder: true);
        string[] before = ["13 make-plan", "14 claim-complaint", "15 decide-policy", "16 request-approval", "17 notify-requester", "19 prepare-approval-wait", "21 prepare-approval-wait"];
        string[] after = approve
            ? ["22 decide-policy", "23 execute-step", "24 verify-step", "25 execute-step", "26 verify-step", "27 read-outcome", "28 notify-requester", "29 resolve-case"]
            : ["22 notify-requester", "23 escalate-case"];
        steps.Skip(12).Select(Line).ShouldBe([.. before, .. after]);
        // The notice is a child of its own, with one post a channel: the group, and the chats of those who may decide.
        runs.Where(run => run.Key.StartsWith($"{notice}/", StringComparison.Ordinal)).OrderBy(run => run.Key, StringComparer.Ordinal)
            .Select(run => run.Name).ShouldBe(["list-channels", "post-notice", "post-notice"]);
    }

    [Fact]
    public async Task Action_PressedByAnOperator_TakesTheSameStepsOnEveryEngine()
    {
        using var house = new House();
        house.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        foreach (var (id, name) in new[] { ("d1", "LON-LT-1101"), ("d2", "LON-LT-1102") })
        {
            house.Directory.Devices[id] = new Device
            {
                Id = new DeviceId(id), Name = name, OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = house.Time.GetUtcNow(),
            };
        }

        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        (await house.RunAsync()).State.ShouldBe(CaseState.Escalated, "which of the two is meant is not said");
        var runs = new ConcurrentQueue<(string Key, string Name)>();
        await RunningAsync([ActionWorkflow.Reference], [.. house.Get<IEnumerable<ActivityReference>>().Select(activity => new NotedActivity(activity, house.Get<IServiceProvider>(), (name, key) => runs.Enqueue((key, name))))]);
        var pressed = (await house.Get<ActionService>().AskAsync(new CaseId(Case), "sync", new DeviceId("d2"), 1, House.Person(House.ItManager), default)).CaseId.ShouldNotBeNull();

        await Client.StartAsync(ActionWorkflow.Reference, pressed, (ActionRequest)house.Workflows.Started[pressed], default);

        DurableJson.Read<ActionWorkflow.Result>((await UntilAsync(pressed, WorkflowState.Completed)).OutputJson!).ShouldBe(new ActionWorkflow.Result(true, null));
        house.Remediations["device.sync"].Targets.ShouldBe(["d2"]);
        runs.Select(static run => (Step: int.Parse(run.Key[(run.Key.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture), run.Name)).OrderBy(static run => run.Step).Select(static run => string.Create(CultureInfo.InvariantCulture, $"{run.Step} {run.Name}"))
            .ShouldBe(["1 make-action", "2 decide-policy", "3 execute-step", "4 verify-step", "5 close-action"]);
    }

    // The number in "case:8/2".
    private static string NumberIn(string key) => key[(Case.Length + 1)..key.IndexOf('/', StringComparison.Ordinal)];
}
