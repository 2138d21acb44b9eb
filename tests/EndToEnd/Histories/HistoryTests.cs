using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Bulk;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Histories;

/// <summary>
/// Runs every recorded way for real and replays what the engine wrote: the code asks for the same steps twice. With
/// HELPDESK_RECORD_HISTORIES set to a folder (tests/histories), the histories are written there.
/// </summary>
public sealed class HistoryTests
{
    private const string Sync = "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?";
    private const string Compromised = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";

    private const string Stolen = "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.";

    [Fact]
    public async Task EveryWay_RunForReal_ReplaysFromWhatTheEngineWrote()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var instances = new Dictionary<string, string>(StringComparer.Ordinal);
        var client = host.Client;

        var automatic = await client.FileAsync("servicenow", KnownPeople.SecondItManager.UserPrincipalName, "Laptop does not sync", Sync);
        var approved = await client.FileAsync("servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "I clicked a phishing link", Compromised);
        var denied = await client.FileAsync("jira", KnownPeople.WithoutUsageLocation.UserPrincipalName, "I clicked a phishing link", Compromised);
        var wanted = await client.FileAsync("servicenow", KnownPeople.SecondNamesake.UserPrincipalName, "I clicked a phishing link", Compromised);
        var pass = await client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in.");
        var access = await client.FileAsync("jira", KnownPeople.SpanishRequester.UserPrincipalName, "Access to the CRM", "I moved to the key account team. Please give me access to the CRM application.");
        var regretted = await client.FileAsync("servicenow", KnownPeople.AmyPoe.UserPrincipalName, "Need a Visio licence", "For the process project I need a licence for Visio. Please assign one to me.");
        var failed = await client.FileAsync("servicenow", OrdinaryPeople.WithOneLaptop[0].UserPrincipalName, "Laptop stolen", Stolen);

        var notMine = await client.FileAsync("servicenow", OrdinaryPeople.WithOneLaptop[1].UserPrincipalName, "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in.");

        await host.DecideAsync(approved, KnownPeople.SecurityApprover, approve: true);
        await host.DecideAsync(denied, KnownPeople.SecurityApprover, approve: false);
        var ended = await client.FileAsync("servicenow", KnownPeople.ThirdSecurityApprover.UserPrincipalName, "I clicked a phishing link", Compromised);
        await client.UntilAsync(ended, CaseState.WaitingForApproval);
        var operators = host.Services.GetRequiredService<OperatorService>();
        (await operators.EndAsync(ended, $"person:{KnownPeople.ServiceDeskLead.Id}", "The incident is handled by hand.", default)).ShouldBe(OperatorOutcome.Done);
        await client.UntilAsync(notMine, CaseState.WaitingForApproval);
        (await host.Services.GetRequiredService<NotMeService>().ReportAsync(new CaseId(notMine), "link", "link", default)).ShouldBeTrue();
        await client.UntilAsync(NotMeWorkflow.IdFor(new CaseId(notMine)), CaseState.Escalated);
        await client.UntilAsync(wanted, CaseState.WaitingForApproval);
        await client.CommentAsync(wanted, "human, please");
        await host.DecideAsync(pass, KnownPeople.ServiceDeskLead, approve: true);
        using var manager = await Visitor.SignInAsync(client, KnownPeople.FinanceManager);
        await manager.ShowPassAsync((await client.UntilAsync(pass, record => record.OpenHandOverId is not null)).OpenHandOverId!);
        await host.DecideAsync(access, KnownPeople.ApplicationOwner, approve: true);
        await host.DecideAsync(regretted, KnownPeople.SecondApplicationOwner, approve: true);
        await client.FaultAsync(new { id = "f", system = "graph", kind = "ActionFails", path = "*wipe" });
        await host.DecideAsync(failed, KnownPeople.SecurityApprover, approve: true);
        foreach (var caseId in new[] { automatic, approved, denied, wanted, pass, access, regretted, failed, ended })
            await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (await client.UntilAsync(failed, _ => true)).State.ShouldBe(CaseState.Escalated);
        using var operatorsPage = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        var undo = await operatorsPage.UndoAsync(regretted, "licence");
        await host.DecideAsync(undo, KnownPeople.SecondApplicationOwner, approve: true);
        (await client.UntilAsync(undo, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        await operatorsPage.PressAsync($"/cases/{denied}", $"/cases/{denied}/action", ("step", "signout"), ("device", ""), ("number", "1"));
        var action = (await client.UntilAsync(denied, record => record.Actions.Count == 1)).Actions.Single();
        (await client.UntilAsync(action, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        await client.ReopenAsync(automatic);
        await client.UntilAsync(automatic, CaseState.Escalated);
        var message = await MessageAsync(host);
        await host.Services.GetRequiredService<ChannelIntake>().WakeAsync("mail", default);
        var bulk = await BulkAsync(host);
        var bulkUndo = await BulkUndoAsync(host, bulk);
        await host.RestartAsync(TimeSpan.FromDays(181));

        instances["ticket.automatic"] = automatic;
        instances["ticket.approved"] = approved;
        instances["ticket.denied"] = denied;
        instances["ticket.person-wanted"] = wanted;
        instances["ticket.handed-over-pass"] = pass;
        instances["ticket.failed-verification"] = failed;
        instances["undo.undone"] = undo;
        instances["action.done"] = action;
        instances["take-over.waiting-for-approval"] = TakeOverWorkflow.IdFor(ended);
        instances["not-me.reported"] = NotMeWorkflow.IdFor(new CaseId(notMine));
        instances["access-expiry.expired"] = $"{access}-expiry-0";
        instances["ticket-changed.reopened"] = await ChangeAsync(host, automatic, "\"isReopened\":true");
        instances["ticket-changed.person-wanted"] = await ChangeAsync(host, wanted, "\"personWanted\":true");
        instances["channel-message.opened"] = message;
        instances["fetch-channel.fetched"] = await EndedAsync(host, "fetch-channel");
        instances["show-decision.shown"] = await EndedAsync(host, "show-decision");
        instances["bulk.approved"] = bulk;
        instances["bulk-batch.canary"] = await ChildAsync(host, "bulk-batch", bulk);
        instances["bulk-target.done"] = await ChildAsync(host, "bulk-target", instances["bulk-batch.canary"]);
        instances["bulk-target.undone"] = await ChildAsync(host, "bulk-target", await ChildAsync(host, "bulk-batch", bulkUndo));
        instances["notice.posted"] = await ChildAsync(host, "notice", approved);
        instances.Keys.ShouldBe(RecordedHistories.Ways.SelectMany(way => way.Value.Select(name => RecordedHistories.NameOf(way.Key, name))), ignoreOrder: true);
        foreach (var (name, instance) in instances)
            await ReplayAsync(host, name, instance);
    }

    // Not before the faults are off again: a list of a few people, one of them blocked, in one wave of five and one of the rest.
    private static async Task<string> BulkAsync(HelpDeskHost host)
    {
        await host.Client.NoFaultsAsync();
        using var starter = await Visitor.SignInAsync(host.Client, KnownPeople.ItManager);
        var caseId = await Runs.StartAsync(host.Client, starter, string.Join('\n', Runs.Ordinary(6).Append(Runs.Blocked(1)[0]).Select(person => person.UserPrincipalName)));
        await Runs.ApproveAsync(host, starter, caseId);
        (await Runs.UntilAsync(host.Client, caseId, run => run.End is not null)).End!.Kind.ShouldBe(BulkEndKind.Completed);
        return caseId;
    }

    // A person writes in Slack, and a ticket is opened for them.
    private static async Task<string> MessageAsync(HelpDeskHost host)
    {
        using var said = await host.Client.Simulator.PostAsJsonAsync($"/simulator/chats/slack/{OrdinaryPeople.WithOneLaptop[3].Id}", new { text = "The projector in the meeting room shows no picture." });
        said.EnsureSuccessStatusCode();
        return await EndedAsync(host, "channel-message");
    }

    private static async Task<string> EndedAsync(HelpDeskHost host, string workflow) => (await Eventually.Get(
        async () => await host.Services.GetRequiredService<IWorkflowClient>().ListAsync(WorkflowState.Completed, default).FirstOrDefaultAsync(status => status.Workflow == workflow), _ => true, workflow)).InstanceId;

    private static async Task<string> BulkUndoAsync(HelpDeskHost host, string bulk)
    {
        using var starter = await Visitor.SignInAsync(host.Client, KnownPeople.ItManager);
        var undo = await Runs.UndoAsync(host.Client, starter, bulk);
        await Runs.ApproveAsync(host, starter, undo);
        (await Runs.UntilAsync(host.Client, undo, run => run.End is not null)).End.ShouldBe(new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: 1)));
        return undo;
    }

    private static async Task<string> ChildAsync(HelpDeskHost host, string workflow, string parent)
    {
        var children = await host.Services.GetRequiredService<IWorkflowClient>().ListAsync(WorkflowState.Completed, default)
            .Where(status => status.Workflow == workflow && status.ParentId == parent).ToListAsync();
        return children.Select(status => status.InstanceId).Order(StringComparer.Ordinal).First();
    }

    private static async Task<string> ChangeAsync(HelpDeskHost host, string caseId, string output) => (await Eventually.Get(
        async () =>
        {
            await foreach (var status in host.Services.GetRequiredService<IWorkflowClient>().ListAsync(WorkflowState.Completed, default))
            {
                if (status.Workflow == "ticket-changed" && status.InstanceId.StartsWith(caseId, StringComparison.Ordinal) && status.OutputJson!.Contains(output, StringComparison.Ordinal))
                    return status;
            }

            return null;
        },
        _ => true,
        $"the change of {caseId}")).InstanceId;

    private static async Task ReplayAsync(HelpDeskHost host, string name, string instance)
    {
        await Eventually.Get(() => host.Services.GetRequiredService<IWorkflowClient>().GetStatusAsync(instance, default), status => status.State == WorkflowState.Completed, instance);
        var json = (await host.Services.GetRequiredService<IHistoryReader>().ReadAsync(instance, default)).ShouldNotBeNull(name).ToJson();

        ReplayVerifier.Replay(Workflows.Named(name[..name.IndexOf('.', StringComparison.Ordinal)]), json).ShouldBe(ReplayVerdict.Same, name);
        if (Environment.GetEnvironmentVariable(RecordedHistories.RecordInto) is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), json);
    }
}
