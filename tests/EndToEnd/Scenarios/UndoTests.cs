using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class UndoTests
{
    private const string Assign = "POST /users/{user-id}/assignLicense";

    [Fact]
    public async Task Undo_AskedForOnTheCasePage_ApprovedByAnother_TakesTheLicenceBackOnce()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.AmyPoe;
        var caseId = await host.Client.FileAsync("servicenow", subject.UserPrincipalName, "Need a Visio licence", "For the process project I need a licence for Visio. Please assign one to me.");
        await host.DecideAsync(caseId, KnownPeople.SecondApplicationOwner, approve: true);
        (await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        using var page = await Visitor.SignInAsync(host.Client, KnownPeople.ItManager);

        var undo = await page.UndoAsync(caseId, "licence");
        var waiting = await host.Client.UntilAsync(undo, record => record.OpenApprovalId is not null);
        (await host.Client.EffectsOnAsync(subject.Id)).ShouldBe([Assign], "nothing is taken back before somebody else agrees");
        await host.DecideAsync(undo, KnownPeople.SecondApplicationOwner, approve: true);

        var done = await host.Client.UntilAsync(undo, record => record.ClosedAt is not null);
        done.ShouldSatisfyAllConditions(() => done.State.ShouldBe(CaseState.Resolved, done.Reason), () => done.Verified.ShouldBeTrue(), () => waiting.UndoOf.ShouldBe(new CaseId(caseId)));
        (await host.Client.EffectsOnAsync(subject.Id)).ShouldBe([Assign, Assign]);
        (await host.Client.UntilAsync(caseId, _ => true)).Steps.Single(step => step.Id == "licence").State.ShouldBe(CaseStepState.Undone);
        foreach (var chain in new[] { caseId, undo })
            (await KindsAsync(host, chain)).ShouldContain(AuditKinds.Undone);
    }

    [Fact]
    public async Task TwoTickets_AboutOneThingAtOnce_AreOneApprovalAndOneContainment()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.WithoutDevice;
        const string compromised = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";
        var cases = new[]
        {
            await host.Client.FileAsync("servicenow", subject.UserPrincipalName, "I clicked a phishing link", compromised),
            await host.Client.FileAsync("jira", subject.UserPrincipalName, "I clicked a phishing link", compromised),
        };
        var records = await Task.WhenAll(cases.Select(caseId => host.Client.UntilAsync(caseId, record => record.OpenApprovalId is not null || record.State == CaseState.Joined)));
        var first = records.Single(record => record.State != CaseState.Joined).CaseId;

        await host.DecideAsync(first, KnownPeople.SecurityApprover, approve: true);

        foreach (var caseId in cases)
        {
            var ended = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
            ended.State.ShouldBe(CaseState.Resolved, ended.Reason);
        }

        // Blocked once and asked for a new password once; signed out once.
        (await host.Client.EffectsOnAsync(subject.Id)).Count(effect => effect.StartsWith("PATCH", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static async Task<List<string>> KindsAsync(HelpDeskHost host, string caseId)
    {
        var kinds = new List<string>();
        await foreach (var entry in host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
            kinds.Add(entry.Event.Kind);
        return kinds;
    }
}
