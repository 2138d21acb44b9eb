using System.Diagnostics;
using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Telemetry;

[Collection(ListeningCollection.Name)]
public sealed class OneTraceTests
{
    [Fact]
    public async Task Trace_FromTheWebhookOverARestartToTheAudit_IsOne()
    {
        var exported = new Exported();
        await using var host = await HelpDeskHost.StartAsync(services => services.AddSingleton(exported.Head()));
        // The look for lost tickets at start would find this one too, and might be first.
        await Eventually.Get(async () => await host.Services.GetRequiredService<TimerOverview>().ListAsync(default), timers => timers.Any(timer => timer is { Plan.Name: "reconcile-tickets", State: TimerState.Succeeded }), "the first look for lost tickets");
        var caseId = await host.Client.FileAsync(
            "servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "I clicked a phishing link",
            "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        // Both containment steps are read back beside the wait for the approval.
        await host.Client.UntilAsync(caseId, record => record is { OpenApprovalId: not null, WaitingFor: not null } && record.Steps.Count(step => step.State == CaseStepState.Verified) == 2);
        // In one process a step could outlive its host and meet the exporters of the next; a process that ends takes its steps with it.
        await Eventually.Get(() => Task.FromResult<Exported?>(exported), seen => seen.Spans.Any(span => span.Name == "activity post-notice" && span.Case?.StartsWith(caseId, StringComparison.Ordinal) == true), "the card");

        await host.RestartAsync();
        (await DecideOnThePageAsync(host, caseId)).ShouldBe(HttpStatusCode.OK);
        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);

        List<AuditEntry> entries = [];
        await foreach (var entry in host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
            entries.Add(entry);
        entries.Select(entry => entry.Event.Facts["trace"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, string.Join('\n', entries.Select(entry => $"{entry.Event.Facts["trace"]} {entry.Event.Kind} {entry.Event.Key}")));
        var ours = exported.Spans.Where(span => span.Case is not null && (span.Case == caseId || span.Case.StartsWith($"{caseId}/", StringComparison.Ordinal))).ToList();
        ours.Select(span => span.TraceId).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, string.Join('\n', ours.Select(span => $"{span.TraceId} {span.Name} {span.Case}")));
        var trace = ours[0].TraceId;
        string[] way = ["start ticket", "activity triage-ticket", "activity request-approval", "decide approval", "activity execute-step", "activity verify-step", "audit append"];
        way.Where(name => ours.TrueForAll(span => span.Name != name)).ShouldBeEmpty();
        exported.Spans.ShouldContain(span => span.Kind == ActivityKind.Server && span.TraceId == trace && span.Name.Contains("/api/webhooks/{system}", StringComparison.Ordinal), "the webhook itself");

        entries.ShouldAllBe(entry => entry.Event.Facts["trace"] == trace);
        await host.AuditShouldHoldAsync();
    }

    private static async Task<HttpStatusCode> DecideOnThePageAsync(HelpDeskHost host, string caseId)
    {
        var approvalId = (await host.Client.UntilAsync(caseId, record => record.OpenApprovalId is not null)).OpenApprovalId!;
        using var approver = await Visitor.SignInAsync(host.Client, KnownPeople.SecurityApprover);
        await approver.OpenAsync($"/approvals/{approvalId}");
        return (await approver.DecideAsync(approvalId, approve: true)).Status;
    }
}
