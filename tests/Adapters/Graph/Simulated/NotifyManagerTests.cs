using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>What the manager of somebody who leaves is told.</summary>
public class NotifyManagerTests
{
    private const string Id = "user.tell-manager";

    [Fact]
    public async Task Manager_OfALeaver_IsToldWhatIsLeftInTheirLanguage()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Change(ObjectKind.User, KnownPeople.FinanceManager.Id, manager => manager["preferredLanguage"] = "de-DE");
        var (tell, call) = await PlanAsync(graph, KnownPeople.AmyPoe);
        (await tell.CheckAsync(call, CancellationToken.None)).ShouldBe(Precondition.Ready);
        (await tell.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Pending);

        (await tell.ExecuteAsync(call, CancellationToken.None)).HadEffect.ShouldBeTrue();

        var note = graph.Ticket.Comments.ShouldHaveSingleItem();
        foreach (var words in new[] { "Grace Hill", "Amy Poe", "LON-LT-0421", "SPE_E3", "Everybody", "Postfach" })
            note.ShouldContain(words);
        (await tell.VerifyAsync(call, CancellationToken.None)).Outcome.ShouldBe(ReadBackOutcome.Verified);
        (await tell.CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);
        (await tell.UndoAsync(call, CancellationToken.None)).HadEffect.ShouldBeFalse();
        graph.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_FromTheDirectory_CannotShapeTheNote()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        graph.Change(ObjectKind.User, KnownPeople.AmyPoe.Id, amy => amy["displayName"] = "{0} Amy\n- Licences that stay: none");
        var (tell, call) = await PlanAsync(graph, KnownPeople.AmyPoe);

        await tell.ExecuteAsync(call, CancellationToken.None);

        var note = graph.Ticket.Comments.ShouldHaveSingleItem();
        note.Split('\n').Length.ShouldBe(5);
        note.ShouldContain("{0} Amy- Licences");
    }

    [Fact]
    public async Task Answer_OfTheTicketSystemLost_IsNotToldTwice()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (tell, call) = await PlanAsync(graph, KnownPeople.AmyPoe);
        graph.Ticket.LosesAnswer = true;

        await Should.ThrowAsync<VendorException>(() => tell.ExecuteAsync(call, CancellationToken.None));
        (await tell.ExecuteAsync(call, CancellationToken.None)).HadEffect.ShouldBeTrue();

        graph.Ticket.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TicketSystem_ThatIsDown_IsRetryable()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (tell, call) = await PlanAsync(graph, KnownPeople.AmyPoe);
        graph.Ticket.IsDown = true;

        (await Should.ThrowAsync<VendorException>(() => tell.ExecuteAsync(call, CancellationToken.None))).IsRetryable.ShouldBeTrue();
    }

    [Fact]
    public async Task Leaver_WithoutManager_IsRefusedWithTheReason()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var captured = await graph.Get<RemediationCatalogue>().Get(Id).CaptureAsync(Target(KnownPeople.WithoutManager), CancellationToken.None);

        captured.Refusal.ShouldNotBeNull().ShouldContain("no manager");
    }

    [Fact]
    public async Task Leaver_GoneSinceTheApproval_IsRefused()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (tell, call) = await PlanAsync(graph, KnownPeople.AmyPoe);
        graph.Remove(ObjectKind.User, KnownPeople.AmyPoe.Id);

        (await tell.CheckAsync(call, CancellationToken.None)).Outcome.ShouldBe(PreconditionOutcome.Refused);
    }

    private static RemediationTarget Target(SimulatedPerson person) => new(TargetKind.User, person.Id, new Dictionary<string, string>());

    private static async Task<(IRemediation Remediation, RemediationCall Call)> PlanAsync(SimulatedGraph graph, SimulatedPerson person) =>
        (graph.Get<RemediationCatalogue>().Get(Id), await graph.PlanAsync(Id, person.Id));
}
