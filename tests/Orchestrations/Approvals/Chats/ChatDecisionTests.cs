using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals.Chats;

/// <summary>An approver decides in a chat: what counts is who pressed, what they saw and what policy asks, as on the page.</summary>
public sealed class ChatDecisionTests : IDisposable
{
    private readonly ApproverScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Request_GoesToEachApproverButNotToTheSubject_WithButtonsOnlyWhereThePressIsProven()
    {
        var gate = await _scene.OpenAsync();

        await _scene.PostAsync(gate);
        await _scene.PostAsync(gate);

        var proven = _scene.Chat.Posts.ShouldHaveSingleItem();
        proven.PersonId.ShouldBe(new PersonId(House.SecurityApprover));
        proven.Buttons.Select(button => button.Title).ShouldBe(["Approve", "Deny"]);
        proven.Input.ShouldNotBeNull().Button.Title.ShouldBe("Ask the requester");
        proven.Text.ShouldContain("Rita Requester");
        var linked = _scene.Linked.Posts.ShouldHaveSingleItem();
        (linked.Buttons.Count, linked.Input).ShouldBe((0, null));
        linked.Page!.Address.AbsolutePath.ShouldBe($"/approvals/{gate.ApprovalId}");
    }

    [Theory]
    [InlineData("Approve", ApprovalState.Approved, "Approved by Sven Security")]
    [InlineData("Deny", ApprovalState.Denied, "Denied by Sven Security")]
    public async Task Press_OfAnApprover_IsSignedInTheChainAndShownEverywhere(string title, ApprovalState state, string shown)
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);

        var pressed = await _scene.PressAsync(_scene.Button(title));

        (pressed.IsOver, pressed.Text.StartsWith(shown, StringComparison.Ordinal)).ShouldBe((true, true), customMessage: pressed.Text);
        (await _scene.GateAsync(gate.ApprovalId)).State.ShouldBe(state);
        var entry = _scene.House.Audit.Events.Single(one => one.Kind == AuditKinds.ApprovalDecided);
        (entry.Actor, entry.Facts["plan-hash"]).ShouldBe(($"person:{House.SecurityApprover}", gate.PlanHash.Value));
        (await _scene.House.Get<AuditSeals>().IsGenuineAsync(entry, default)).ShouldBeTrue();
        (await _scene.ShowAsync(gate.ApprovalId)).IsShown.ShouldBeTrue();
        _scene.Chat.Closed.ShouldHaveSingleItem().Result.ShouldStartWith(shown);
        _scene.Linked.Closed.ShouldHaveSingleItem().Result.ShouldStartWith(shown);
        await _scene.ShowAsync(gate.ApprovalId);
        _scene.Chat.Closed.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(House.Requester, "You asked for this yourself")]
    [InlineData(House.Stranger, "Only members of 'Security approvers'")]
    [InlineData(House.ItManager, "Only members of 'Security approvers'")]
    [InlineData("0a000000-0000-4000-8000-0000000000ff", "does not prove who you are")]
    public async Task Press_OfWhoMayNot_DecidesNothingAndSaysWhy(string person, string why)
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);

        var pressed = await _scene.PressAsync(_scene.Button("Approve"), person);

        (pressed.IsOver, pressed.Text.Contains(why, StringComparison.Ordinal)).ShouldBe((false, true), customMessage: pressed.Text);
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SenderProof.Address)]
    [InlineData(SenderProof.None)]
    public async Task Press_InAChatThatProvesNoAccount_LeadsToThePage(SenderProof proof)
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);

        var pressed = await _scene.PressAsync(_scene.Button("Approve"), House.SecurityApprover, proof);

        pressed.Text.ShouldContain($"/approvals/{gate.ApprovalId}");
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Approver_BlockedLeftOrSignedOutSince_DecidesNothing()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        var (directory, button) = (_scene.House.Directory, _scene.Button("Approve"));

        directory.SessionsEnded[House.SecurityApprover] = _scene.House.Time.GetUtcNow().AddHours(-20);
        (await _scene.PressAsync(button)).Text.ShouldContain("Nothing was decided");
        directory.SessionsEnded.Clear();
        directory.Members.Remove((House.SecurityApprover, House.SecurityGroup));
        (await _scene.PressAsync(button)).Text.ShouldContain("Only members of");
        directory.Members.Add((House.SecurityApprover, House.SecurityGroup));
        directory.People[House.SecurityApprover] = directory.People[House.SecurityApprover] with { AccountEnabled = false };
        (await _scene.PressAsync(button)).Text.ShouldContain("Nothing was decided");

        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Press_Twice_IsOneDecision_AndTheOppositeComesTooLate()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        await _scene.PressAsync(_scene.Button("Approve"));

        var again = await _scene.PressAsync(_scene.Button("Approve"));
        var opposite = await _scene.PressAsync(_scene.Button("Deny"));

        (again.IsOver, again.Text).ShouldBe((true, (await _scene.PressAsync(_scene.Button("Approve"))).Text));
        again.Text.ShouldStartWith("Approved by Sven Security");
        opposite.Text.ShouldContain("decided the other way before");
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ApprovalState.Expired, "too late")]
    [InlineData(ApprovalState.Withdrawn, "A person has taken the case over")]
    public async Task Press_AfterTheEnd_SaysSo(ApprovalState state, string answer)
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        await _scene.House.Get<CloseApproval>().RunAsync(new ActivityContext(ApproverScene.CaseId, "x/1", 1, default), new CloseApproval.Input(ApproverScene.CaseId, gate.ApprovalId, state));

        var pressed = await _scene.PressAsync(_scene.Button("Approve"));

        (pressed.IsOver, pressed.Text.Contains(answer, StringComparison.Ordinal)).ShouldBe((true, true), customMessage: pressed.Text);
        _scene.House.Workflows.Started.Keys.ShouldContain(ShowDecisionWorkflow.IdFor(gate.ApprovalId));
        await _scene.ShowAsync(gate.ApprovalId);
        _scene.Chat.Closed.ShouldHaveSingleItem().Result.ShouldStartWith(state == ApprovalState.Expired ? "Expired as denied" : "Withdrawn");
    }

    [Fact]
    public async Task Plan_EditedInTheStore_CannotBeApprovedInAChat()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        var (partition, row) = (Tenant.Partition(ApproverScene.CaseId), $"{gate.Plan.Kind}-{gate.Plan.Version}");
        var kept = (await _scene.House.Store.GetAsync(Tables.Context, partition, row, default)).ShouldNotBeNull();
        _scene.House.Store.Tamper(Tables.Context, partition, row, kept.Json.Replace("user.disable-sign-in", "device.wipe", StringComparison.Ordinal));

        var pressed = await _scene.PressAsync(_scene.Button("Approve"));

        pressed.Text.ShouldContain("changed outside HelpDesk");
        _scene.House.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.ApprovalDecided);
    }

    [Theory]
    [InlineData("another approval")]
    [InlineData("another plan")]
    [InlineData("forged")]
    public async Task Token_ThatWeDidNotWrite_DoesNothing(string kind)
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        var token = _scene.Button("Deny").Token;
        var bad = kind switch
        {
            "another approval" => token + "0",
            "another plan" => token.Replace(gate.PlanHash, new string('0', 64), StringComparison.Ordinal),
            _ => new string('0', 32) + token[32..].Replace("approval.2", "approval.1", StringComparison.Ordinal),
        };

        await _scene.PressAsync(new ChannelButton(bad, ""));

        bad.ShouldNotBe(token);
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatNeedsAFreshSignIn_IsApprovedOnThePageAndDeniedInTheChat()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        var approve = _scene.Button("Approve");
        _scene.StepUp.Always = true;
        await _scene.PostAsync(gate, NoticeKind.Reminder);

        // Also with the button of a message from before.
        (await _scene.PressAsync(approve)).Text.ShouldContain("needs a fresh sign-in");
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
        _scene.Chat.Posts[^1].Buttons.Select(button => button.Title).ShouldBe(["Deny"]);
        (await _scene.PressAsync(_scene.Chat.Posts[^1].Buttons[0])).Text.ShouldStartWith("Denied by");
    }

    [Fact]
    public async Task Refresh_ThatComesByItself_DecidesNothingAndShowsTheEnd()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        var refresh = _scene.Message(_scene.Button("Approve"), House.SecurityApprover);

        var before = await _scene.House.Get<ChannelPresses>().ShowAsync(refresh, default);
        (before.Text, before.IsOver, before.Post is not null).ShouldBe(("", false, true));
        (await _scene.GateAsync(gate.ApprovalId)).Decisions.ShouldBeEmpty();
        await _scene.PressAsync(_scene.Button("Deny"));
        (await _scene.House.Get<ChannelPresses>().ShowAsync(refresh, default)).Text.ShouldStartWith("Denied by");
    }

    [Fact]
    public async Task Quorum_OfTwo_RecordsTheFirstAndWaitsForTheSecond()
    {
        _scene.House.Directory.Members.Add((House.Stranger, House.SecurityGroup));
        var gate = await _scene.OpenAsync(quorum: 2);
        await _scene.PostAsync(gate);

        (await _scene.PressAsync(_scene.Button("Approve"))).Text.ShouldContain("1 more must approve");
        (await _scene.PressAsync(_scene.Button("Approve"), House.Stranger)).Text.ShouldStartWith("Approved by");
        (await _scene.GateAsync(gate.ApprovalId)).State.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Escalation_GoesToTheFallbackGroup()
    {
        var gate = await _scene.OpenAsync();
        _scene.House.Time.Advance(TimeSpan.FromHours(2));

        await _scene.PostAsync(gate, NoticeKind.Escalation);

        _scene.Chat.Posts.ShouldHaveSingleItem().PersonId.ShouldBe(new PersonId(House.ItManager));
        (await _scene.PressAsync(_scene.Button("Approve"), House.ItManager)).Text.ShouldStartWith("Approved by Ida It");
    }

    [Fact]
    public async Task Chat_Away_IsTriedAgainAndTheOtherChatHasItsMessageOnce()
    {
        var gate = await _scene.OpenAsync();
        _scene.Chat.IsDown = true;
        (await Should.ThrowAsync<VendorException>(() => _scene.PostAsync(gate))).IsRetryable.ShouldBeTrue();
        _scene.Linked.Posts.Count.ShouldBe(1);
        _scene.Chat.IsDown = false;

        await _scene.PostAsync(gate);

        (_scene.Chat.Posts.Count, _scene.Linked.Posts.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Group_ThatIsTooLarge_IsNotWrittenToOneByOne_AndTheErrorNamesTheSetting()
    {
        var gate = await _scene.OpenAsync();
        _scene.House.Directory.Groups[House.SecurityGroup] = ("Security", [.. Enumerable.Range(0, 26).Select(at => $"person-{at}")]);

        var refusal = await Should.ThrowAsync<VendorException>(() => _scene.PostAsync(gate));

        (refusal.IsRetryable, refusal.Message.Contains("Approvals:MostInChats", StringComparison.Ordinal)).ShouldBe((false, true));
        _scene.Chat.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task MoreThanTheCardsOfAnHour_AreADigestWithoutButtons()
    {
        var gate = await _scene.OpenAsync();
        var limits = _scene.House.Get<CardLimits>();
        for (var at = 0; await limits.OfAsync($"other-{at}", default) == CardKind.Own; at++)
            at.ShouldBeLessThan(1_000);
        // The digest of this quarter of an hour was another one's: the next begins.
        _scene.House.Time.Advance(TimeSpan.FromMinutes(15));

        await _scene.PostAsync(gate);

        var digest = _scene.Chat.Posts.ShouldHaveSingleItem();
        (digest.Buttons.Count, digest.Page!.Address.AbsolutePath, digest.ShowsEnd).ShouldBe((0, "/approvals", false));
        digest.Heading.ShouldBe("1 approvals are waiting");
    }
}
