using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

[Collection(SharedHostCollection.Name)]
public sealed class ApprovalTests(SharedHost shared)
{
    private const string Title = "I clicked a phishing link";
    private const string Text = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";

    // Sent before anybody is asked.
    private static readonly string[] Contained = ["POST /users/{user-id}/revokeSignInSessions", "POST /identityProtection/riskyUsers/confirmCompromised"];

    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task Compromised_Approved_DisabledAndSignedOutOnceVerifiedAndResolved()
    {
        var subject = KnownPeople.WithoutDevice;
        var (caseId, approvalId) = await WaitingAsync(subject);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.OpenAsync($"/approvals/{approvalId}")).Body.ShouldContain("user.disable-sign-in");
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe(Contained, ignoreOrder: true);

        (await approver.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Verified.ShouldBeTrue();
        done.Steps.ShouldAllBe(step => step.State == CaseStepState.Verified);
        (await Client.EffectsOnAsync(subject.Id)).Skip(2).ShouldBe(["PATCH /users/{user-id}", "PATCH /users/{user-id}"]);
        (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
        (await Client.OurCommentsAsync(caseId)).Count.ShouldBe(2, "one that it waits, one that it is done");
        (await Client.OurCommentsAsync(caseId))[^1].ShouldContain("(AI)");
        var kinds = await shared.Host.AuditKindsAsync(caseId);
        string[] whole = [AuditKinds.StepIntended, AuditKinds.StepExecuted, AuditKinds.StepVerified];
        var decided = kinds.IndexOf(AuditKinds.ApprovalDecided);
        kinds.Take(decided).Where(IsOfAStep).ShouldBe([.. whole, .. whole], ignoreOrder: true);
        kinds.Skip(decided).Where(IsOfAStep).ShouldBe([.. whole, .. whole]);
        await shared.Host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Denied_NothingIsDoneAndASecondOppositeDecisionIsAConflict()
    {
        var subject = KnownPeople.WithoutUsageLocation;
        var (caseId, approvalId) = await WaitingAsync(subject);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        using var other = await Visitor.SignInAsync(Client, KnownPeople.SecondSecurityApprover);
        var (_, shownBefore) = await other.OpenAsync($"/approvals/{approvalId}");

        (await approver.DecideAsync(approvalId, approve: false)).Status.ShouldBe(HttpStatusCode.OK);
        (await other.SendAsync(shownBefore, $"/approvals/{approvalId}", ("decision", "deny"))).Status.ShouldBe(HttpStatusCode.OK);
        var opposite = await other.SendAsync(shownBefore, $"/approvals/{approvalId}", ("decision", "approve"));

        opposite.Status.ShouldBe(HttpStatusCode.Conflict);
        opposite.Body.ShouldContain(KnownPeople.SecurityApprover.DisplayName);
        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Refused));
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe(Contained, ignoreOrder: true);
        var ticket = await Client.TicketAsync(caseId);
        ticket.GetProperty("isResolved").GetBoolean().ShouldBeFalse();
        ticket.GetProperty("group").GetString().ShouldBe("Security Operations");
        (await Client.OurCommentsAsync(caseId, isPublic: false)).Where(note => note.Contains("Handed over", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("denied");
    }

    [Fact]
    public async Task Decision_ByAStrangerTheRequesterOrWithoutTheForm_CountsForNothing()
    {
        var subject = KnownPeople.WithTwoDevices;
        var (caseId, approvalId) = await WaitingAsync(subject);
        using var stranger = await Visitor.SignInAsync(Client, KnownPeople.AmyPoe);
        using var requester = await Visitor.SignInAsync(Client, subject);
        using var desk = await Visitor.SignInAsync(Client, KnownPeople.ServiceDeskLead);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);

        (await stranger.DecideAsync(approvalId, approve: true)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        (await requester.DecideAsync(approvalId, approve: true)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        (await desk.DecideAsync(approvalId, approve: true)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        (await approver.SendAsync("", $"/approvals/{approvalId}", ("decision", "approve"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var forged = new FormUrlEncodedContent([new("decision", "approve")]);
        (await Client.Product.PostAsync(new Uri($"/approvals/{approvalId}", UriKind.Relative), forged)).IsSuccessStatusCode.ShouldBeFalse("nobody is signed in");

        var gate = await shared.Host.Services.GetRequiredService<ApprovalService>().FindAsync(approvalId, default);
        gate.ShouldNotBeNull().State.ShouldBe(ApprovalState.Open);
        gate.Decisions.ShouldBeEmpty();
        (await Client.UntilAsync(caseId, _ => true)).State.ShouldBe(CaseState.WaitingForApproval);
        (await Client.EffectsOnAsync(subject.Id)).ShouldBeSubsetOf(Contained);
    }

    [Theory]
    [InlineData("human, please")]
    [InlineData("Can I please speak to a real person about this?")]
    public async Task Comment_AsksForAPersonWhileItWaits_TheApprovalIsTakenBack(string comment)
    {
        var subject = comment.Length < 20 ? KnownPeople.SecondNamesake : KnownPeople.AtRisk;
        var (caseId, approvalId) = await WaitingAsync(subject);

        await Client.CommentAsync(caseId, comment);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.Conflict, "it was taken back");
        (await shared.Host.Services.GetRequiredService<ApprovalService>().FindAsync(approvalId, default)).ShouldNotBeNull().State.ShouldBe(ApprovalState.Withdrawn);
        (await Client.EffectsOnAsync(subject.Id)).ShouldBeSubsetOf(Contained);
    }

    [Fact]
    public async Task Reopened_AfterTheResolution_TheFigureIsTakenBackAndOnePersonIsCalled()
    {
        var subject = KnownPeople.WithoutManager;
        var (caseId, approvalId) = await WaitingAsync(subject);
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        await approver.DecideAsync(approvalId, approve: true);
        await Client.UntilAsync(caseId, CaseState.Resolved);
        var effects = await Client.EffectsOnAsync(subject.Id);

        await Client.ReopenAsync(caseId);

        (await Client.UntilAsync(caseId, CaseState.Escalated)).Path.ShouldBe(CasePath.Person);
        (await shared.Host.Services.GetRequiredService<IRecordStore>().ReadAsync<CaseOutcome>(Tables.Outcomes, Tenant.Partition(), caseId, default)).ShouldNotBeNull().Value.ReopenedAt.ShouldNotBeNull();
        (await Eventually.Get(() => Client.OurCommentsAsync(caseId, isPublic: false)!, notes => notes.Any(note => note.Contains("came back", StringComparison.Ordinal)), "the note"))
            .Count(note => note.Contains("came back", StringComparison.Ordinal)).ShouldBe(1);
        (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe(effects);
    }

    private async Task<(string CaseId, string ApprovalId)> WaitingAsync(SimulatedPerson subject)
    {
        var caseId = await Client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        return (caseId, waiting.OpenApprovalId!);
    }

    private static bool IsOfAStep(string kind) => kind.StartsWith("step-", StringComparison.Ordinal);
}
