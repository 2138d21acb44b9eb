using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>The issue's sentence "partial failure leaves nobody half gone", for every step after the block.</summary>
public sealed class LeaverFailureTests
{
    private static readonly SimulatedTenant Tenant = new();

    // In a group of ours, with a licence beside the mailbox's one and a manager.
    private static readonly SimulatedPerson[] Leavers = [.. Tenant.People.Skip(KnownPeople.All.Count).Where(person =>
        person is { IsSynced: false, IsGuest: false, AccountEnabled: true, ManagerId: not null, Country: not null }
        && Tenant.Groups.Single(group => group.Id == KnownGroups.Vpn).Members.Contains(person.Id)
        && Tenant.DevicesOf(person.Id).All(device => device.IsCompanyOwned)).Take(4)];

    [Fact]
    public async Task Leaver_AnyLaterStepIsGivenUp_IsBlockedAndHasEverythingElseAsBefore()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var client = host.Client;
        // Two groups, so that one can be left and the other not.
        var access = await client.FileAsync("jira", Leavers[1].UserPrincipalName, "Access to the CRM", "I moved to the key account team. Please give me access to the CRM application.");
        await host.DecideAsync(access, KnownPeople.ApplicationOwner, approve: true);
        (await client.UntilAsync(access, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        var before = new List<string>();
        var cases = new List<string>();
        foreach (var leaver in Leavers)
        {
            before.Add(await HeldAsync(client, leaver));
            cases.Add(await FileAsync(client, leaver));
        }

        (string Step, string System, string Path)[] failing =
        [
            ("signout", "graph", $"*/users/{Leavers[0].Id}/revokeSignInSessions"),
            ("groups", "graph", $"*/groups/{KnownGroups.Crm}/members/{Leavers[1].Id}/*"),
            ("licences", "graph", $"*/users/{Leavers[2].Id}/assignLicense"),
            ("manager", "servicenow", $"*/incident/{cases[3]["servicenow-".Length..]}*"),
        ];
        foreach (var (step, system, path) in failing)
        {
            foreach (var method in new[] { "POST", "PATCH", "DELETE" })
                await client.FaultAsync(new { id = $"{step}-{method}", system, kind = "Unavailable", method, path, seconds = 0 });
        }

        foreach (var caseId in cases)
            await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);
        for (var at = 0; at < failing.Length; at++)
            await client.UntilAsync(cases[at], record => StepOf(record, failing[at].Step).State == CaseStepState.Running);
        await Eventually.Get(() => HeldAsync(client, Leavers[1])!, held => held != before[1], "the first of two groups is left");
        // Longer than anything is tried.
        await host.RestartAsync(TimeSpan.FromHours(5));
        for (var at = 0; at < failing.Length; at++)
            await client.UntilAsync(cases[at], record => StepOf(record, failing[at].Step).State == CaseStepState.Failed);
        await client.NoFaultsAsync();
        await host.RestartAsync(TimeSpan.FromMinutes(2));

        for (var at = 0; at < failing.Length; at++)
        {
            var done = await client.UntilAsync(cases[at], record => record.ClosedAt is not null);
            (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person), done.Reason);
            (await HeldAsync(client, Leavers[at])).ShouldBe(before[at], failing[at].Step);
            (await UserAsync(client, Leavers[at])).GetProperty("user").GetProperty("accountEnabled").GetBoolean().ShouldBeFalse(failing[at].Step);
            StepOf(done, "disable").State.ShouldBe(CaseStepState.Verified);
            StepOf(done, failing[at].Step).State.ShouldBe(failing[at].Step == "groups" ? CaseStepState.Undone : CaseStepState.Failed);
            done.Steps.SkipWhile(step => step.Id != failing[at].Step).Skip(1).ShouldAllBe(step => step.State == CaseStepState.Planned || step.State == CaseStepState.Skipped);
            // Whoever takes over reads the state of each step.
            var note = (await client.OurCommentsAsync(cases[at], isPublic: false)).Single(comment => comment.Contains("Steps:", StringComparison.Ordinal));
            note.ShouldContain($"Done: Block sign-in on {Leavers[at].DisplayName}");
        }

        await host.AuditShouldHoldAsync();
    }

    private static CaseStep StepOf(CaseRecord record, string id) => record.Steps.Single(step => step.Id == id);

    private static Task<JsonElement> UserAsync(HelpDeskClient client, SimulatedPerson person) => client.Simulator.GetFromJsonAsync<JsonElement>($"/simulator/users/{person.Id}");

    // Groups and licences of a person, as text that can be compared.
    private static async Task<string> HeldAsync(HelpDeskClient client, SimulatedPerson person)
    {
        var user = await UserAsync(client, person);
        return string.Join('\n', new[] { "groups", "licences" }.Select(kind => string.Join(',', user.GetProperty(kind).EnumerateArray().Select(one => one.GetRawText()).Order(StringComparer.Ordinal))));
    }

    private static async Task<string> FileAsync(HelpDeskClient client, SimulatedPerson leaver)
    {
        var manager = Tenant.Find(leaver.ManagerId!)!;
        var caseId = await client.FileAsync(
            "servicenow", manager.UserPrincipalName, "Colleague leaves the company", $"{leaver.UserPrincipalName} leaves the company, today is the last day. Please disable the account.");
        await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        await Eventually.Get(() => client.OurCommentsAsync(caseId)!, comments => comments.Count > 0, "the requester is told that it waits");
        return caseId;
    }
}
