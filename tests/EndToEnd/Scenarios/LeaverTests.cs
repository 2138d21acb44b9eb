using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

[Collection(SharedHostCollection.Name)]
public sealed class LeaverTests(SharedHost shared)
{
    private static readonly SimulatedTenant Tenant = new();

    // In a group of ours, with a licence beside the mailbox's one and a manager, and not known to another scenario.
    private static readonly SimulatedPerson[] Leavers = [.. Tenant.People.Skip(KnownPeople.All.Count).Take(30).Where(person =>
        person is { IsSynced: false, IsGuest: false, AccountEnabled: true, ManagerId: not null, Country: not null } && !OrdinaryPeople.HasReach(person)
        && Tenant.Groups.Single(group => group.Id == KnownGroups.Vpn).Members.Contains(person.Id)
        && Tenant.DevicesOf(person.Id).All(device => device.IsCompanyOwned))];

    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task Leaver_AskedForByTheManager_IsBlockedFirstAndTheManagerIsToldWhatIsLeft()
    {
        var leaver = Leavers[0];
        var caseId = await FileAsync(leaver);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);

        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Steps.Where(step => step.State == CaseStepState.Verified).Select(step => step.Id).ShouldBe(["disable", "signout", "groups", "licences", "manager"]);
        (await Client.EffectsOnAsync(leaver.Id)).ShouldBe(
            ["PATCH /users/{user-id}", "POST /users/{user-id}/revokeSignInSessions", "DELETE /groups/{group-id}/members/{directoryObject-id}/$ref", "POST /users/{user-id}/assignLicense"]);
        var note = (await Client.OurCommentsAsync(caseId)).Single(comment => comment.Contains("OneDrive", StringComparison.Ordinal));
        note.ShouldContain(leaver.DisplayName);
        note.ShouldContain("SPE_E3");
        await shared.Host.AuditShouldHoldAsync();
    }

    private async Task<string> FileAsync(SimulatedPerson leaver)
    {
        var manager = Tenant.Find(leaver.ManagerId!)!;
        var caseId = await Client.FileAsync(
            "servicenow", manager.UserPrincipalName, "Colleague leaves the company", $"{leaver.UserPrincipalName} leaves the company, today is the last day. Please disable the account.");
        var waiting = await Client.UntilAsync(caseId, CaseState.WaitingForApproval);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        return caseId;
    }
}
