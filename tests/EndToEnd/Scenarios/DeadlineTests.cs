using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class DeadlineTests
{
    [Fact]
    public async Task Silence_RemindsEscalatesAndIsANoAtTheDeadline_AlsoWhenNothingRanMeanwhile()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = KnownPeople.GermanRequester;
        var caseId = await host.Client.FileAsync("servicenow", subject.UserPrincipalName, "Account hacked", "Somebody else uses my account, there are sign-ins from another country. I entered my password on a phishing page.");
        var approvalId = (await host.Client.UntilAsync(caseId, CaseState.WaitingForApproval)).OpenApprovalId!;
        await CardAsync(host, approvalId, 1);

        // The shipped policy: reminder after 15 minutes, escalation after an hour, deadline after 8 hours.
        await host.RestartAsync(TimeSpan.FromMinutes(20));
        await CardAsync(host, approvalId, 2);
        (await GateAsync(host, approvalId, gate => gate.State == ApprovalState.Open)).EscalatedAt.ShouldBeNull();
        await host.RestartAsync(TimeSpan.FromHours(1));
        await CardAsync(host, approvalId, 3);
        await GateAsync(host, approvalId, gate => gate is { State: ApprovalState.Open, EscalatedAt: not null });
        await host.RestartAsync(TimeSpan.FromHours(8));

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Refused));
        done.Reason.ShouldNotBeNull().ShouldContain("in time");
        (await host.ApproveAsync(approvalId, KnownPeople.SecurityApprover)).Kind.ShouldBe(DecisionKind.Expired);
        await GateAsync(host, approvalId, gate => gate.State == ApprovalState.Expired);
        // What contains the threat came before the question; nothing of what was asked about.
        (await host.Client.EffectsOnAsync(subject.Id)).ShouldBe(["POST /users/{user-id}/revokeSignInSessions", "POST /identityProtection/riskyUsers/confirmCompromised"], ignoreOrder: true);
    }

    private static Task<ApprovalRequest> GateAsync(HelpDeskHost host, string approvalId, Func<ApprovalRequest, bool> wanted) =>
        Eventually.Get(() => host.Services.GetRequiredService<ApprovalService>().FindAsync(approvalId, default), wanted, $"approval {approvalId}");

    private static Task<List<JsonElement>> CardAsync(HelpDeskHost host, string approvalId, int number) => Eventually.Get<List<JsonElement>>(
        async () => (await host.Client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/teams"))!.FindAll(message => message.GetRawText().Contains($"/approvals/{approvalId}", StringComparison.Ordinal)),
        messages => messages.Count == number,
        $"card {number}");
}
