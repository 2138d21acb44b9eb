using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.HandOvers;

public sealed class HandOverServiceTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");

    private static readonly IdentityCheck Checked = new(IdentityCheckMethod.VideoCall, "Badge seen");

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(House.Requester)]
    [InlineData(House.Stranger)]
    [InlineData(House.SecurityApprover)]
    public async Task Show_ToWhoIsNotEntitled_MakesNoPass(string personId)
    {
        var id = await OpenAsync();

        var outcome = await Desk.ShowAsync(id, House.Person(personId), Checked, default);

        outcome.Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        outcome.Secret.ShouldBeNull();
        _house.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Show_ToWhoApprovedIt_MakesNoPass()
    {
        var id = await OpenAsync(approver: House.DeskLead);

        var outcome = await Desk.ShowAsync(id, House.Person(House.DeskLead), Checked, default);

        outcome.Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        outcome.Message.ShouldContain("You approved this");
        _house.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Show_ToWhoApprovedItByTheAuditChain_MakesNoPassThoughTheApprovalsRowWasEdited()
    {
        var id = await OpenAsync(approver: House.DeskLead);
        await _house.Get<ApprovalStore>().UpdateAsync(
            ApprovalRequest.IdOf(CaseId, (await _house.Get<HandOverRecords>().FindAsync(id, default))!.PlanHash), before => before with { Decisions = [] }, default);

        (await Desk.ShowAsync(id, House.Person(House.DeskLead), Checked, default)).Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
    }

    [Theory]
    [InlineData(House.DeskLead)]
    [InlineData(House.Manager)]
    public async Task Show_ToWhoOpenedTheTicket_MakesNoPass(string opener)
    {
        var id = await OpenAsync(opener: opener);

        var outcome = await Desk.ShowAsync(id, House.Person(opener), Checked, default);

        outcome.Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        outcome.Message.ShouldContain("You opened this ticket");
        _house.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Show_ToTheManager_ShowsItOnce()
    {
        var id = await OpenAsync();

        var shown = await Desk.ShowAsync(id, House.Person(House.Manager), null, default);
        var again = await Desk.ShowAsync(id, House.Person(House.Manager), null, default);

        shown.Secret.ShouldBe(FakeMint.Secret);
        again.Kind.ShouldBe(SecretOutcomeKind.AlreadyShown);
        again.Secret.ShouldBeNull();
        _house.Mint.Made.ShouldBe(1);
    }

    [Fact]
    public async Task Show_ToTheServiceDesk_NeedsARecordedIdentityCheck()
    {
        var id = await OpenAsync();

        (await Desk.ShowAsync(id, House.Person(House.DeskLead), null, default)).Kind.ShouldBe(SecretOutcomeKind.IdentityCheckNeeded);
        (await Desk.ShowAsync(id, House.Person(House.DeskLead), new IdentityCheck((IdentityCheckMethod)99, null), default)).Kind.ShouldBe(SecretOutcomeKind.IdentityCheckNeeded);
        _house.Mint.Made.ShouldBe(0);

        (await Desk.ShowAsync(id, House.Person(House.DeskLead), Checked, default)).Kind.ShouldBe(SecretOutcomeKind.Shown);
        _house.Audit.Events.Single(entry => entry.Kind == AuditKinds.HandOverCollected).Facts["identity-check"].ShouldBe("VideoCall");
    }

    [Fact]
    public async Task Show_RecordsTheIntentBeforeThePassIsMade()
    {
        var id = await OpenAsync();

        await Desk.ShowAsync(id, House.Person(House.Manager), null, default);

        _house.Trace.SkipWhile(line => line != $"audit {AuditKinds.HandOverIntended}")
            .ShouldBe([$"audit {AuditKinds.HandOverIntended}", "effect mint", $"audit {AuditKinds.HandOverCollected}"]);
    }

    [Fact]
    public async Task Show_PressedTwentyTimesAtOnce_MakesOnePass()
    {
        var id = await OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Desk.ShowAsync(id, House.Person(House.Manager), null, default))));

        outcomes.Count(outcome => outcome.Secret is not null).ShouldBe(1);
        _house.Mint.Made.ShouldBe(1);
    }

    [Fact]
    public async Task Show_KeepsThePassNowhere()
    {
        var id = await OpenAsync();

        var shown = await Desk.ShowAsync(id, House.Person(House.Manager), null, default);

        _house.Store.Everything().ShouldNotContain(FakeMint.Secret);
        string.Join('\n', _house.Audit.Events.SelectMany(entry => entry.Facts.Values.Append(entry.Summary))).ShouldNotContain(FakeMint.Secret);
        shown.ToString().ShouldNotContain(FakeMint.Secret);
        DurableJson.Write(shown).ShouldNotContain(FakeMint.Secret);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Show_WhenTheDirectoryTimesOut_LeavesNoPassBehindAndCanBePressedAgain(bool afterEffect)
    {
        var id = await OpenAsync();
        _house.Mint.NextFault = (afterEffect, new VendorException("graph", "timeout", "Graph did not answer.", isRetryable: true));

        var failed = await Desk.ShowAsync(id, House.Person(House.Manager), null, default);

        failed.Kind.ShouldBe(SecretOutcomeKind.Failed);
        _house.Mint.Valid.ShouldBe(0);
        (await Desk.ShowAsync(id, House.Person(House.Manager), null, default)).Secret.ShouldBe(FakeMint.Secret);
    }

    [Fact]
    public async Task Show_AfterAProcessDiedWhileShowing_DeletesTheUnseenPassFirst()
    {
        var id = await OpenAsync();
        await _house.Mint.GetAsync(new SecretRequest(new TargetId(House.Requester), new PersonId(House.Requester), TimeSpan.FromHours(1)), default);
        await _house.Get<HandOverRecords>().UpdateAsync(
            id, before => before with { State = HandOverState.Showing, ShowingSince = _house.Time.GetUtcNow(), CollectedBy = House.Manager }, default);

        (await Desk.ShowAsync(id, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.BeingShown);
        _house.Time.Advance(HandOverService.BrokenOffAfter);
        (await Desk.ShowAsync(id, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.Shown);

        _house.Mint.Valid.ShouldBe(1);
    }

    [Fact]
    public async Task Show_WhileTheKillSwitchIsOn_MakesNoPass()
    {
        var id = await OpenAsync();
        await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);

        (await Desk.ShowAsync(id, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        _house.Mint.Made.ShouldBe(0);
    }

    [Theory]
    [InlineData(false, false, "blocked")]
    [InlineData(true, true, "administrator")]
    public async Task Show_ForAnAccountThatChangedSinceTheApproval_MakesNoPass(bool isEnabled, bool isPrivileged, string why)
    {
        var id = await OpenAsync();
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { AccountEnabled = isEnabled, Roles = isPrivileged ? [HeldRole.Unknown] : [] };

        var outcome = await Desk.ShowAsync(id, House.Person(House.Manager), null, default);

        outcome.Kind.ShouldBe(SecretOutcomeKind.NotAllowed);
        outcome.Message.ShouldContain(why);
        _house.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Show_AfterItsTime_IsTooLate()
    {
        var id = await OpenAsync();
        _house.Time.Advance(TimeSpan.FromHours(8));

        (await Desk.ShowAsync(id, House.Person(House.Manager), null, default)).Kind.ShouldBe(SecretOutcomeKind.Expired);
    }

    private HandOverService Desk => _house.Get<HandOverService>();

    private async Task<string> OpenAsync(string? approver = null, string? opener = null)
    {
        await _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), _house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, "user.grant-temporary-pass") with { Opening = new PlanOpening(opener is null ? [House.Requester] : [opener], false, TicketChannel.Portal) };
        var reference = PlanReference.To(plan, await _house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default));
        // Another lead than the one who collects: opener, approver and collector are three people.
        var approvalId = await Decided.AsAsync(_house, reference, ApprovalState.Approved, approver ?? House.OtherLead, ApprovalRequest.IdOf(CaseId, reference.Hash));
        var opened = await _house.Get<OpenHandOver>().RunAsync(new ActivityContext(CaseId, $"{CaseId}/1", 1, default), new OpenHandOver.Input(reference, 0, approvalId));
        return opened.HandOverId;
    }
}
