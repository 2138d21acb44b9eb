using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.EndToEnd.Tests.Kills;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Bulk;

/// <summary>P5 for many: the process is killed the hard way in each wave; no target is lost, none is done twice.</summary>
public sealed class BulkKillTests : IAsyncLifetime
{
    private const int Targets = 62;

    private readonly KilledHelpDesk _killed = new();

    private HelpDeskClient Client => _killed.Client;

    public Task InitializeAsync() => _killed.InitializeAsync();

    public Task DisposeAsync() => _killed.DisposeAsync();

    [Fact]
    public async Task Killed_InEveryWave_EveryTargetIsDoneOnceAndTheAuditHolds()
    {
        var people = Runs.Ordinary(Targets);
        var caseId = await StartedAsync(people);

        // In the canary, in the second wave twice, and in the rest.
        foreach (var effects in new[] { 2, 12, 40, 57 })
        {
            await Eventually.Get(async () => await Client.GraphEffectsAsync(), found => found.Count >= effects, $"{effects} effects");
            await _killed.KillAsync();
            await _killed.StartAgainAsync();
        }

        var run = await Runs.UntilAsync(Client, caseId, run => run.Phase == BulkPhase.Ended);
        run.End.ShouldBe(new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: Targets)));
        (await Client.GraphEffectsAsync()).Order().ShouldBe(people.Select(person => $"POST /users/{{user-id}}/revokeSignInSessions on {person.Id}").Order());
        var (exitCode, output) = await _killed.VerifyAuditAsync();
        exitCode.ShouldBe(0, output);
    }

    private async Task<string> StartedAsync(List<SimulatedPerson> people)
    {
        using var starter = await Visitor.SignInAsync(Client, KnownPeople.ItManager);
        var caseId = await Runs.StartAsync(Client, starter, string.Join('\n', people.Select(person => person.UserPrincipalName)));
        await Runs.UntilAsync(Client, caseId, run => run.Phase == BulkPhase.Review);
        (await starter.PressAsync($"/bulk/{caseId}", $"/bulk/{caseId}/ask")).Status.ShouldBe(HttpStatusCode.OK);
        var approvalId = (await Client.UntilAsync(caseId, record => record.OpenApprovalId is not null)).OpenApprovalId!;
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        return caseId;
    }
}
