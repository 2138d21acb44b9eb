using System.Diagnostics;
using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
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
        var caseId = await host.Client.FileAsync(
            "servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "I clicked a phishing link",
            "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        await host.Client.UntilAsync(caseId, record => record.OpenGateId is not null);

        await host.RestartAsync();
        (await DecideOnThePageAsync(host, caseId)).ShouldBe(HttpStatusCode.OK);
        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);

        var ours = exported.Spans.Where(span => span.Case is not null && (span.Case == caseId || span.Case.StartsWith($"{caseId}/", StringComparison.Ordinal))).ToList();
        var trace = ours.Select(span => span.TraceId).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        string[] way = ["start ticket", "activity triage-ticket", "activity open-gate", "decide approval", "activity execute-step", "activity verify-step", "audit append"];
        way.Where(name => ours.TrueForAll(span => span.Name != name)).ShouldBeEmpty();
        exported.Spans.ShouldContain(span => span.Kind == ActivityKind.Server && span.TraceId == trace && span.Name.Contains("/api/webhooks/servicenow", StringComparison.Ordinal), "the webhook itself");

        List<AuditEntry> entries = [];
        await foreach (var entry in host.Services.GetRequiredService<IAuditLog>().ReadAsync(caseId, default))
            entries.Add(entry);
        entries.ShouldAllBe(entry => entry.Event.Facts["trace"] == trace);
        await host.AuditShouldHoldAsync();
    }

    private static async Task<HttpStatusCode> DecideOnThePageAsync(HelpDeskHost host, string caseId)
    {
        var gateId = (await host.Client.UntilAsync(caseId, record => record.OpenGateId is not null)).OpenGateId!;
        using var approver = await Visitor.SignInAsync(host.Client, KnownPeople.SecurityApprover);
        await approver.OpenAsync($"/approvals/{gateId}");
        return (await approver.DecideAsync(gateId, approve: true)).Status;
    }
}
