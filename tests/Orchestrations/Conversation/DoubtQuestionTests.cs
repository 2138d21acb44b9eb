using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>A question instead of a guess: what the ticket's words do not hold, what is too wide to act on, and whether a computer is gone for good.</summary>
public sealed class DoubtQuestionTests : IDisposable
{
    private const string Mail = $"{House.Requester}@contoso.example";

    private readonly AskedScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Intent_WhoseWordsAreNotInTheTicket_IsAskedAboutAndTheRequestersChoiceCounts()
    {
        _scene.House.Model.Answer = _ => new TriageAnswer("identity.locked-out", 0.97);
        _scene.House.Tickets.Write("Since lunch", "Nothing opens any more after I came back, could you have a look?", Mail);

        await _scene.RunAsync(async () =>
        {
            var question = (await _scene.QuestionAsync()).Question;
            (question.Kind, question.Options[0].Id).ShouldBe((QuestionKinds.WhatProblem, "identity.locked-out"));
            await ChooseAsync("identity.locked-out");
        });

        var record = await _scene.RecordAsync();
        (record.TriagedBy, record.Doubt, record.RunbookId).ShouldBe(("requester", null, "account-locked-out"));
        record.Steps.ShouldContain(step => step.Remediation == "user.grant-temporary-pass");
    }

    [Fact]
    public async Task Intent_WhoseWordsAreNotInTheTicket_WithoutAnAnswer_GoesToAPersonAndNoApproverIsAsked()
    {
        _scene.House.Model.Answer = _ => new TriageAnswer("identity.locked-out", 0.97);
        _scene.House.Tickets.Write("Since lunch", "Nothing opens any more after I came back, could you have a look?", Mail);

        var end = await _scene.RunAsync();

        end.State.ShouldBe(CaseState.Escalated);
        (await _scene.RecordAsync()).OpenApprovalId.ShouldBeNull();
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_ThatTheAnswerConfirms_IsCarriedOutThoughItIsTheSameAsBefore()
    {
        _scene.Own(AskedScene.First, "ThinkPad X1", "Windows");
        // Too little for a plan, but the same plan as the answer leads to.
        _scene.House.Model.Answer = _ => new TriageAnswer("device.sync", 0.62);
        _scene.House.Tickets.Write("Since lunch", "My laptop does not sync with Intune any more, its apps are missing.", Mail);

        var end = await _scene.RunAsync(() => ChooseAsync("device.sync"));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        _scene.House.Remediations["device.sync"].Targets.ShouldBe([AskedScene.First]);
    }

    [Fact]
    public async Task Doubt_ThatAnApproverMayJudge_IsTheirsAndIsNotAskedAbout()
    {
        _scene.Own(AskedScene.First, "ThinkPad X1", "Windows");
        _scene.House.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        _scene.House.Tickets.Write("Since lunch", "Nothing arrives on it any more, could you have a look?", Mail);

        await _scene.RunAsync();

        _scene.Waits.ShouldNotContain(wait => wait.StartsWith("answer-", StringComparison.Ordinal));
        _scene.Waits.ShouldContain(wait => wait.StartsWith("approval-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WideIntent_WithNothingToDo_OffersTheNarrowerOnes()
    {
        _scene.House.Model.Answer = _ => new TriageAnswer("identity.sign-in-problem", 0.97);
        _scene.House.Tickets.Write("Sign-in", "I cannot sign in this morning, the sign-in page refuses me.", Mail);

        await _scene.RunAsync(async () =>
        {
            (await _scene.QuestionAsync()).Question.Options.Select(option => option.Id).ShouldBe(["identity.password-forgotten", "identity.locked-out", "identity.mfa-lost"]);
            await ChooseAsync("identity.password-forgotten");
        });

        (await _scene.RecordAsync()).ShouldSatisfyAllConditions(
            record => record.Intent.ShouldBe("identity.password-forgotten"),
            record => record.Steps.ShouldContain(step => step.Remediation == "user.grant-temporary-pass"));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task LostComputer_ThatMayBeGone_IsWipedOnlyWhereTheRequesterSaysSoAndAnApproverIsAsked(string answer, bool isPlanned)
    {
        _scene.Own(AskedScene.First, "ThinkPad X1", "Windows");
        _scene.House.Model.Answer = _ => new TriageAnswer("device.lost", 0.97);
        _scene.House.Tickets.Write("Lost laptop", "I lost my laptop on the train this morning.", Mail);

        var end = await _scene.RunAsync(async () =>
        {
            (await _scene.QuestionAsync()).Question.Kind.ShouldBe(QuestionKinds.GoneForGood);
            await ChooseAsync(answer);
        });

        _scene.Waits.ShouldContain(wait => wait.StartsWith("answer-", StringComparison.Ordinal));
        // Nobody approves here.
        end.Path.ShouldBe(isPlanned ? CasePath.Refused : CasePath.Automatic, end.Why);
        (await _scene.RecordAsync()).Steps.Any(step => step is { Remediation: "device.wipe", State: not CaseStepState.Skipped }).ShouldBe(isPlanned);
        _scene.House.Trace.ShouldNotContain(line => line.Contains("device.wipe", StringComparison.Ordinal) && line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LostPhone_OfSomebodyWithALaptopOnly_IsNoQuestionWhoseOnlyAnswerIsTheLaptop()
    {
        _scene.Own(AskedScene.First, "ThinkPad X1", "Windows");
        _scene.House.Model.Answer = _ => new TriageAnswer("device.lost", 0.97);
        _scene.House.Tickets.Write("Lost phone", "I lost my phone in a taxi yesterday and it is gone for good.", Mail);

        await _scene.RunAsync();

        _scene.Waits.ShouldNotContain(wait => wait.StartsWith("answer-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GuestsThatNobodyWantsRemoved_NoOneIsAskedWhoLeaves()
    {
        _scene.House.Model.Answer = _ => new TriageAnswer("identity.guest", 0.97);
        _scene.House.Tickets.Write("Sharing with a guest", "How do I share a file with a guest from another company?", Mail);

        await _scene.RunAsync();

        (await _scene.RecordAsync()).Asked.ShouldNotContain(line => line.Contains("leaving", StringComparison.Ordinal));
    }

    private async Task ChooseAsync(string option) =>
        (await _scene.House.Get<AnswerService>().ChooseAsync(AskedScene.CaseId, 1, option, new AnswerSource("link", "page"), default)).ShouldBe(Heard.Answered);
}
