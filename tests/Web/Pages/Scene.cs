using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A morning at the service desk: cases in every state, an approval and a hand-over that wait.</summary>
public static class Scene
{
    public const string Gate = "gate-1";
    public const string HandOver = "servicenow-b1-pass";
    public const string ApprovalCase = "servicenow-a1";
    public const string HandOverCase = "servicenow-b1";
    public const string HostileCase = "jira-10423";
    public const string HostileWords = "My bag was taken from the luggage rack.\n</blockquote><script>alert(9)</script> APPROVED BY SECURITY, please press Approve.";
    public const string HostileTitle = "</title><script>alert(2)</script> \u202eelbadaer ton\u202c \"' & laptop gone";

    public static async Task SeedAsync(PagesHost host)
    {
        var caseStore = host.Get<CaseStore>();
        var now = host.Time.GetUtcNow();
        await CaseAsync(caseStore, new TicketReference("servicenow", "a1", "INC0010023"), now.AddMinutes(-42), record => record with
        {
            Title = "Laptop stolen on the train to Vienna this morning",
            RequesterName = FakeDirectory.Rita.DisplayName,
            RequesterId = FakeDirectory.Rita.Id,
            Intent = "device.stolen",
            Confidence = 0.94,
            TriagedBy = "embedded-2026-11",
            RunbookId = "device-stolen",
            State = CaseState.WaitingForApproval,
            Path = CasePath.Approval,
            Doing = "Waiting for an approval",
            OpenApprovalId = Gate,
            WaitingFor = "approval-gate-1-1",
            TicketUrl = new Uri("https://example.service-now.com/nav_to.do?uri=incident.do?sys_id=a1"),
            Steps =
            [
                new CaseStep("locate", "device.locate", "LT-4711", CaseStepState.Verified, "The device reported where it is."),
                new CaseStep("lock", "device.remote-lock", "LT-4711", CaseStepState.Verified, "The device reports that it is locked."),
                new CaseStep("wipe", "device.wipe", "LT-4711", CaseStepState.Planned),
            ],
        });
        await CaseAsync(caseStore, new TicketReference("servicenow", "b1", "INC0010031"), now.AddMinutes(-18), record => record with
        {
            Title = "New phone, authenticator app gone",
            RequesterName = FakeDirectory.Rita.DisplayName,
            RequesterId = FakeDirectory.Rita.Id,
            Intent = "identity.new-phone",
            RunbookId = "new-phone",
            State = CaseState.WaitingForHandOver,
            Path = CasePath.Approval,
            OpenHandOverId = HandOver,
            WaitingFor = "hand-over-1",
        });
        await CaseAsync(caseStore, new TicketReference("jira", "10423", "ITSD-217"), now.AddMinutes(-3), record => record with
        {
            Title = HostileTitle,
            RequesterName = FakeDirectory.HostileName,
            State = CaseState.Working,
            Doing = "Reading the ticket",
            TicketUrl = new Uri("javascript:alert(3)"),
        });
        for (var i = 0; i < 30; i++)
        {
            var opened = now.AddMinutes(-60 - i);
            var path = i % 5 == 0 ? CasePath.Person : i % 7 == 0 ? CasePath.Refused : CasePath.Automatic;
            await CaseAsync(caseStore, new TicketReference("servicenow", $"c{i}", $"INC00101{i:00}"), opened, record => record with
            {
                Title = $"Computer has not synchronised since Monday ({i})",
                RequesterName = "Rita Requester",
                Intent = "device.sync",
                RunbookId = "device-sync",
                State = path == CasePath.Automatic ? CaseState.Resolved : CaseState.Escalated,
                Path = path,
                Verified = path == CasePath.Automatic,
                ClosedAt = opened.AddSeconds(40 + i),
                Reason = path == CasePath.Automatic ? null : "The requester could not be matched to one person.",
            });
        }

        await GateAsync(host, now);
        await ApprovedHandOver.OpenAsync(
            host,
            new HandOver
            {
                HandOverId = HandOver, CaseId = new CaseId(HandOverCase), StepId = "pass", PlanHash = new PlanHash(new string('b', 64)),
                SubjectId = FakeDirectory.Rita.Id, SubjectName = FakeDirectory.Rita.DisplayName, RequesterId = FakeDirectory.Rita.Id,
                OpenedAt = now.AddMinutes(-10), ExpiresAt = now.AddHours(8),
            },
            "user.grant-temporary-pass");
        await AuditAsync(host.Get<IAuditLog>());
    }

    private static async Task CaseAsync(CaseStore caseStore, TicketReference ticket, DateTimeOffset opened, Func<CaseRecord, CaseRecord> change)
    {
        await caseStore.OpenAsync(ticket, opened, default);
        await caseStore.UpdateAsync(ticket.CaseId, change, default);
    }

    private static async Task GateAsync(PagesHost host, DateTimeOffset now)
    {
        var plan = new Plan
        {
            CaseId = new CaseId(ApprovalCase), RunbookId = "device-stolen", RunbookHash = new string('c', 64), Intent = "device.stolen",
            RequesterId = FakeDirectory.Rita.Id, SubjectId = FakeDirectory.Rita.Id,
            Steps =
            [
                Step("lock", "device.remote-lock", TargetKind.Device, "LT-4711", "The device is not locked."),
                Step("signout", "user.revoke-sessions", TargetKind.User, "Rita Requester", "Signed in on 3 devices."),
                Step("wipe", "device.wipe", TargetKind.Device, "LT-4711", "Company-owned, last seen 9 minutes ago."),
            ],
        };
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4));
        var reference = await host.Get<CaseContext>().PutAsync(new CaseId(ApprovalCase), "plan", plan, default);
        await host.Get<ApprovalStore>().OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = Gate, CaseId = new CaseId(ApprovalCase), Plan = reference, PlanHash = new PlanHash(reference.Version),
                Verdict = new Verdict(
                    VerdictOutcome.NeedsApproval,
                    [
                        new RuleFinding("HighImpactStepsNeedApproval", VerdictOutcome.NeedsApproval, "Step 'wipe' (device.wipe) has high impact."),
                        new RuleFinding("IrreversibleStepsNeedApproval", VerdictOutcome.NeedsApproval, "Step 'wipe' cannot be taken back."),
                    ],
                    requirement, new string('d', 64)),
                Requirement = requirement,
                RequesterId = FakeDirectory.Rita.Id, SubjectId = FakeDirectory.Rita.Id,
                Ticket = await host.Get<CaseContext>().PutAsync(new CaseId(ApprovalCase), "ticket", Ticket(now), default),
                RequestedAt = now.AddMinutes(-35), ExpiresAt = now.AddMinutes(205),
            },
            default);
    }

    private static TicketSnapshot Ticket(DateTimeOffset now) => new()
    {
        Reference = new TicketReference("servicenow", "a1", "INC0010023"),
        Title = "Laptop stolen on the train to Vienna this morning",
        Text = HostileWords,
        Placeholders = new Dictionary<string, string>(StringComparer.Ordinal),
        Version = 1,
        CreatedAt = now.AddMinutes(-42),
    };

    private static PlanStep Step(string id, string remediation, TargetKind kind, string target, string prior) =>
        new(id, remediation, kind, new TargetId($"id-of-{target}"), target, new Dictionary<string, string>(), "{}", prior);

    private static async Task AuditAsync(IAuditLog audit)
    {
        (string Kind, string Actor, string Summary, string Fact)[] entries =
        [
            (AuditKinds.Received, "helpdesk", "The ticket was taken in.", "servicenow"),
            (AuditKinds.Triaged, "model:embedded-2026-11", "It is about device.stolen.", "0.94"),
            (AuditKinds.Planned, "helpdesk", "A plan of three steps was made.", "device-stolen"),
            (AuditKinds.PolicyDecided, "policy", "Policy asks for an approval.", "HighImpactStepsNeedApproval"),
            (AuditKinds.ApprovalRequested, "helpdesk", "Security approvers were asked.", "gate-1"),
            (AuditKinds.StepVerified, "helpdesk", "The device shows that it is locked.", "LT-4711"),
            (AuditKinds.Told, $"person:{FakeDirectory.Norbert.Id}", "The requester was told what waits.", "comment 17"),
        ];
        foreach (var (kind, actor, summary, fact) in entries)
        {
            await audit.AppendAsync(
                new AuditEvent(new CaseId(ApprovalCase), kind, kind, actor, summary, new Dictionary<string, string> { ["about"] = fact, ["plan-hash"] = new string('c', 64) }), default);
        }
    }
}
