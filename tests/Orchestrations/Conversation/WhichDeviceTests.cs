using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>One question to the requester instead of handing the ticket to a person.</summary>
public sealed class WhichDeviceTests : IDisposable
{
    private static readonly AnswerSource Page = new("link", "page");

    private readonly AskedScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("2", AskedScene.Second)]
    [InlineData("It's number 2, thanks!", AskedScene.Second)]
    [InlineData("the thinkpad", AskedScene.First)]
    [InlineData("the Thinkapd please", AskedScene.First)]
    [InlineData("der zweite", AskedScene.Second)]
    [InlineData("la primera", AskedScene.First)]
    [InlineData("le deuxième, merci", AskedScene.Second)]
    [InlineData("my phone", AskedScene.Phone)]
    [InlineData("das iPhone, nicht der Laptop", AskedScene.Phone)]
    [InlineData("lon-lt-1101", AskedScene.First)]
    public async Task Reply_ThatMeansOneDevice_IsPlannedAndDoneForThatDevice(string reply, string device)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync(reply));

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Automatic, null));
        _scene.House.Remediations["device.sync"].Targets.ShouldBe([device]);
        _scene.House.Tickets.Comments.First().ShouldSatisfyAllConditions(text => text.ShouldContain("1. LON-LT-1101 (ThinkPad X1)"), text => text.ShouldContain("/my/servicenow-"));
        var record = await _scene.RecordAsync();
        (record.QuestionsAsked, record.QuestionsAnswered, record.OpenQuestion, record.Verified).ShouldBe((1, 1, null, true));
        _scene.House.Audit.Events.Select(entry => entry.Kind).ShouldContain(AuditKinds.QuestionAsked);
        (await _scene.QuestionAsync()).End!.ShouldSatisfyAllConditions(answer => answer.OptionId.ShouldBe(device), answer => answer.By.ShouldBe("requester"), answer => answer.Channel.ShouldBe("ticket"));
    }

    [Fact]
    public async Task Button_OnThePage_IsTheSameAnswerAndStandsInTheTicketToo()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(async () => (await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.Second, Page, default)).ShouldBe(Heard.Answered));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        _scene.House.Remediations["device.sync"].Targets.ShouldBe([AskedScene.Second]);
        _scene.House.Tickets.Comments.ShouldContain(comment => comment.Contains("Your answer: LON-LT-2202", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoAnswer_IsRemindedOnceThenAPersonGetsItWithWhatWasAsked()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync();

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        end.Why.ShouldNotBeNull().ShouldContain("did not answer");
        _scene.House.Tickets.Comments.Count(comment => comment.Contains("Which device is this about?", StringComparison.Ordinal)).ShouldBe(2);
        _scene.House.Tickets.Comments.Count(comment => comment.Contains("still need your answer", StringComparison.Ordinal)).ShouldBe(1);
        _scene.House.Tickets.Notes.ShouldContain(note => note.Contains("Which device is this about? (LON-LT-1101", StringComparison.Ordinal) && note.Contains("No answer.", StringComparison.Ordinal));
        // Asked on a Tuesday at nine: eight working hours are over at five.
        _scene.House.Time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));
        (await _scene.QuestionAsync()).State.ShouldBe(QuestionState.Unanswered);
        (await _scene.RecordAsync()).IsCurable.ShouldBeTrue();
    }

    [Theory]
    [InlineData("I do not know, what do you mean?", "2 devices", 2)]
    [InlineData("one of them, 1 or 2", "devices", 2)]
    public async Task Reply_ThatSettlesNothing_IsAskedOnceMoreAndThenAPersonHasIt(string reply, string why, int asked)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync(reply), () => _scene.ReplyAsync(reply));

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person), end.Why);
        end.Why.ShouldNotBeNull().ShouldContain(why.Replace("2 ", "", StringComparison.Ordinal));
        (await _scene.RecordAsync()).QuestionsAsked.ShouldBe(asked);
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("none of these", "nothing of what was offered")]
    [InlineData("0", "nothing of what was offered")]
    [InlineData("I want to speak to a human please", "person was asked for")]
    [InlineData("Actually I need access to the VPN, my account is not in the group", "something else")]
    public async Task Reply_ThatLeadsNowhere_GoesToAPersonAtOnce(string reply, string why)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync(reply));

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person), end.Why);
        end.Why.ShouldNotBeNull().ShouldContain(why);
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("forget it, I do not need it any more")]
    [InlineData("hat sich erledigt, geht wieder")]
    public async Task Reply_ThatNothingIsLeftToDo_ClosesTheTicketWithThanks(string reply)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync(reply));

        (end.State, end.Path).ShouldBe((CaseState.Resolved, CasePath.Nothing), end.Why);
        (await _scene.RecordAsync()).Verified.ShouldBeFalse("nothing was fixed");
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Automatic reply: I am out of the office until the 2nd.")]
    [InlineData("Thank you very much!")]
    public async Task Reply_OfAMachineOrThanks_AnswersNothing(string reply)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync(reply), () => _scene.ReplyAsync("1"));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        _scene.House.Remediations["device.sync"].Targets.ShouldBe([AskedScene.First]);
    }

    [Fact]
    public async Task Reply_OfSomebodyElse_AnswersNothing()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync("2", author: "u9"));

        end.State.ShouldBe(CaseState.Escalated);
        (await _scene.QuestionAsync()).State.ShouldBe(QuestionState.Unanswered);
    }

    [Fact]
    public async Task Reply_WhoseWebhookWasLost_IsFoundAtTheReminder()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => _scene.ReplyAsync("1", webhook: false));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        _scene.House.Tickets.Comments.ShouldNotContain(comment => comment.Contains("still need your answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_ThatNobodyStored_AnswersNothing()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(() => Task.CompletedTask, () => Task.CompletedTask);

        end.State.ShouldBe(CaseState.Escalated);
        _scene.Waits.Distinct().Count().ShouldBe(_scene.Waits.Count, "an event name is used once");
    }

    [Fact]
    public async Task TwoAnswersAtOnce_TheFirstCountsAndOneThatContradictsItStopsTheCase()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(async () =>
        {
            _scene.House.Tickets.Comment("1", id: "c1");
            _scene.House.Tickets.Comment("sorry, 2", id: "c2");
            await _scene.ChangedAsync();
        });

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        end.Why.ShouldNotBeNull().ShouldContain("more than once");
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Button_PressedTwiceOrAfterTheEnd_ChangesNothing()
    {
        _scene.WriteSync();
        await _scene.RunAsync(async () =>
        {
            (await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.First, Page, default)).ShouldBe(Heard.Answered);
            (await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.Second, Page, default)).ShouldBe(Heard.TooLate);
        });

        (await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.Second, Page, default)).ShouldBe(Heard.TooLate);

        _scene.House.Remediations["device.sync"].Targets.ShouldBe([AskedScene.First]);
        _scene.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.QuestionEnded).ShouldBe(1);
    }

    [Theory]
    [InlineData("another person's device")]
    [InlineData("")]
    public async Task Button_WithWhatWasNotOffered_IsNoAnswer(string option)
    {
        _scene.WriteSync();

        await _scene.RunAsync(async () => (await Answers.ChooseAsync(AskedScene.CaseId, 1, option, Page, default)).ShouldBe(Heard.NotUnderstood));

        (await _scene.QuestionAsync()).State.ShouldBe(QuestionState.Unanswered);
    }

    [Fact]
    public async Task Answer_ChangedInTheStore_IsNotBelieved()
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(async () =>
        {
            await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.First, Page, default);
            var row = $"question-end-{_scene.House.Audit.Events.Single(entry => entry.Kind == AuditKinds.QuestionEnded).Facts["digest"]}";
            var kept = (await _scene.House.Store.GetAsync(Tables.Context, Tenant.Partition(AskedScene.CaseId), row, default)).ShouldNotBeNull();
            _scene.House.Store.Tamper(Tables.Context, Tenant.Partition(AskedScene.CaseId), row, kept.Json.Replace(AskedScene.First, AskedScene.Second, StringComparison.Ordinal));
        });

        end.State.ShouldBe(CaseState.Escalated);
        _scene.House.Audit.Events.ShouldContain(entry => entry.Kind == AuditKinds.TamperingFound);
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    private AnswerService Answers => _scene.House.Get<AnswerService>();
}
