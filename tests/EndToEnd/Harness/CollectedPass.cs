using System.Net;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>A case of a forgotten password that goes its whole way to a pass that was shown.</summary>
internal static class CollectedPass
{
    /// <summary>Files the ticket, approves it as the service desk lead and has the manager press "Show pass".</summary>
    /// <returns>The pass.</returns>
    public static async Task<string> CollectAsync(HelpDeskClient client)
    {
        var (caseId, handOverId) = await OpenAsync(client);
        using var manager = await Visitor.SignInAsync(client, KnownPeople.FinanceManager);
        var shown = await manager.ShowPassAsync(handOverId);
        await client.UntilAsync(caseId, CaseState.Resolved);
        return Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
    }

    /// <summary>Files the ticket and approves it; the pass then waits for the manager.</summary>
    public static async Task<(string CaseId, string HandOverId)> OpenAsync(HelpDeskClient client)
    {
        var caseId = await client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in.");
        var waiting = await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        using var lead = await Visitor.SignInAsync(client, KnownPeople.ServiceDeskLead);
        var (status, body) = await lead.DecideAsync(waiting.OpenApprovalId!, approve: true);
        status.ShouldBe(HttpStatusCode.OK, body);
        return (caseId, (await client.UntilAsync(caseId, record => record.OpenHandOverId is not null)).OpenHandOverId!);
    }
}
