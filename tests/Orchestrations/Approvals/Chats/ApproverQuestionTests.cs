using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals.Chats;

/// <summary>An approver asks the requester before they decide: the question goes through the conversation, and the answer is shown where the decision is taken.</summary>
public sealed class ApproverQuestionTests : IDisposable
{
    private const string Asked = "Did you lose the phone or only the card in it?";

    private readonly ApproverScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Question_FromACard_IsSignedAskedInTheTicketAndAnswered_AndTheApprovalWaits()
    {
        var gate = await OpenAsync();

        (await _scene.PressAsync(_scene.Button("Ask the requester"), words: Asked)).Text.ShouldContain("Rita Requester was asked");

        _scene.House.Tickets.Comments.ShouldHaveSingleItem().ShouldContain(Asked);
        var waiting = await RecordAsync();
        (waiting.State, waiting.OpenQuestion, waiting.QuestionsAsked).ShouldBe((CaseState.WaitingForApproval, 1, 1));
        _scene.House.Audit.Events.Single(entry => entry.Kind == AuditKinds.QuestionAsked).Facts["asked-by"].ShouldBe(House.SecurityApprover);
        (await HearAsync("Only the card, the phone is here.")).ShouldBe(Heard.Answered);

        var asked = (await _scene.House.Get<ApproverQuestions>().OfAsync(ApproverScene.CaseId, default)).ShouldHaveSingleItem();
        asked.AnswerText.ShouldNotBeNull().ShouldContain("Only the card");
        var answered = await RecordAsync();
        (answered.State, answered.OpenQuestion, answered.QuestionsAnswered).ShouldBe((CaseState.WaitingForApproval, null, 1));
        (await _scene.GateAsync(gate.ApprovalId)).State.ShouldBe(ApprovalState.Open);
        _scene.Chat.Posts.Where(post => post.PersonId == new PersonId(House.SecurityApprover)).ShouldContain(post => post.Text.Contains("Only the card", StringComparison.Ordinal));
        _scene.House.Workflows.Raised.ShouldAllBe(raised => raised.Instance == ApproverScene.CaseId.Value);
    }

    [Theory]
    [InlineData(House.Requester)]
    [InlineData(House.Stranger)]
    public async Task Question_OfWhoMayNotDecide_IsNotAsked(string person)
    {
        await OpenAsync();

        (await _scene.PressAsync(_scene.Button("Ask the requester"), person, words: Asked)).Text.ShouldStartWith("Nothing was asked");
        (await RecordAsync()).QuestionsAsked.ShouldBe(0);
    }

    [Fact]
    public async Task Question_Twice_WithoutWords_OrTooOften_IsNotAsked()
    {
        await OpenAsync();
        var button = _scene.Button("Ask the requester");

        (await _scene.PressAsync(button, words: "  ")).Text.ShouldBe("Write the question first.");
        await _scene.PressAsync(button, words: Asked);
        (await _scene.PressAsync(button, words: "And when?")).Text.ShouldContain("has not answered yet");
        await HearAsync("The card.");
        await _scene.PressAsync(button, words: "And when?");
        await HearAsync("Yesterday at noon.");
        (await _scene.PressAsync(button, words: "And where?")).Text.ShouldContain("Please call them");

        (await RecordAsync()).QuestionsAsked.ShouldBe(2);
    }

    [Fact]
    public async Task Decision_BeforeTheAnswer_EndsTheQuestion_AndALateAnswerChangesNothing()
    {
        var gate = await OpenAsync();
        await _scene.PressAsync(_scene.Button("Ask the requester"), words: Asked);
        await _scene.PressAsync(_scene.Button("Deny"));
        await _scene.ShowAsync(gate.ApprovalId);

        (await RecordAsync()).OpenQuestion.ShouldBeNull();
        (await _scene.House.Get<AnswerService>().HearAsync(await RecordAsync(), 1, "Too late", new AnswerSource("requester", "page"), default)).ShouldBe(Heard.TooLate);
        (await _scene.House.Get<ApproverQuestions>().OfAsync(ApproverScene.CaseId, default)).ShouldHaveSingleItem().State.ShouldBe(QuestionState.Withdrawn);
        (await _scene.PressAsync(_scene.Button("Ask the requester"), words: "Why?")).Text.ShouldStartWith("Nothing was asked. Denied by");
    }

    [Theory]
    [InlineData("I want to talk to a human please")]
    [InlineData("forget it, I do not need it any more")]
    [InlineData("this was not me, I never asked for that")]
    public async Task Answer_ThatStopsTheCase_StopsIt(string words)
    {
        await OpenAsync();
        await _scene.PressAsync(_scene.Button("Ask the requester"), words: Asked);

        (await HearAsync(words)).ShouldBe(Heard.Stopped);

        var status = await _scene.House.Get<PrepareApprovalWait>().RunAsync(
            new ActivityContext(ApproverScene.CaseId, "x/1", 1, default), new PrepareApprovalWait.Input(ApproverScene.CaseId, (await RecordAsync()).OpenApprovalId!, "approval-x"));
        (status.PersonWanted || status.Stop is not null).ShouldBeTrue();
    }

    [Fact]
    public async Task Approval_WithoutATicket_HasNoOneToAsk()
    {
        var gate = await _scene.OpenAsync(withTicket: false);
        await _scene.PostAsync(gate);

        (await _scene.PressAsync(_scene.Button("Ask the requester"), words: Asked)).Text.ShouldStartWith("There is no requester");
    }

    private async Task<ApprovalRequest> OpenAsync()
    {
        var gate = await _scene.OpenAsync();
        await _scene.PostAsync(gate);
        return gate;
    }

    private async Task<Heard> HearAsync(string words) =>
        await _scene.House.Get<AnswerService>().HearAsync(await RecordAsync(), (await RecordAsync()).OpenQuestion!.Value, words, new AnswerSource("requester", "page"), default);

    private async Task<CaseRecord> RecordAsync() => (await _scene.House.Get<CaseStore>().FindAsync(ApproverScene.CaseId, default)).ShouldNotBeNull();
}
