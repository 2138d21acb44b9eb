using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.Tenant;
using Microsoft.Graph.Users.Item.RevokeSignInSessions;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Governor, batches and catalogue together, against the simulated tenant that keeps Graph's limits.</summary>
public class SimulatedLimitTests
{
    private static readonly GraphOperation Revoke = new("revoke the user's sessions", "User.RevokeSessions.All") { Identity = GraphIdentity.IdentityWrites };

    [Fact]
    public async Task Bulk_OverManyPeople_IsNeverRefusedAndHasOneEffectEach()
    {
        await using var graph = await SimulatedGraph.StartAsync(limits: ModelSize.Small);
        var people = Members(graph).Take(120).ToList();

        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (person, _) =>
        {
            using (WorkPriority.EnterBackground())
            {
                var call = await graph.PlanAsync("user.revoke-sessions", person.Id);
                var remediation = graph.Get<RemediationCatalogue>().Get("user.revoke-sessions");
                (await remediation.ExecuteAsync(call, CancellationToken.None)).HadEffect.ShouldBeTrue();
                await graph.VerifiedAsync(remediation, call);
            }
        });

        graph.Limits.Refused.ShouldBe(0);
        graph.Limits.Limits.ShouldAllBe(limit => limit.Peak <= 1);
        graph.Effects.Select(effect => effect.TargetId).ShouldBe(people.Select(person => person.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Batch_WhoseAnswerWasLost_HasNoSecondEffect()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var people = Members(graph).Take(20).ToList();
        var calls = await Task.WhenAll(people.Select(person => graph.PlanAsync("user.revoke-sessions", person.Id)));
        graph.Fault(FaultKind.DropAfter, "/v1.0/*", "POST");

        Task[] lost;
        using (WorkPriority.EnterBackground())
        {
            lost = [.. people.Select(person => graph.Get<GraphGateway>().AskAsync<RevokeSignInSessionsPostResponse>(
                Revoke, (client, stop) => client.Users[person.Id].RevokeSignInSessions.PostAsRevokeSignInSessionsPostResponseAsync(cancellationToken: stop), default))];
        }

        foreach (var one in lost)
            (await Should.ThrowAsync<VendorException>(one)).IsRetryable.ShouldBeTrue();
        graph.Effects.Count.ShouldBe(20);
        graph.NoFaults();
        using (WorkPriority.EnterBackground())
            await Task.WhenAll(calls.Select(call => graph.Get<RemediationCatalogue>().Get("user.revoke-sessions").ExecuteAsync(call, CancellationToken.None)));
        graph.Effects.Count.ShouldBe(20);
    }

    private static IEnumerable<SimulatedPerson> Members(SimulatedGraph graph) =>
        graph.Tenant.People.Skip(KnownPeople.All.Count).Where(person => person is { IsGuest: false, IsFunctional: false, IsSynced: false, AccountEnabled: true });
}
