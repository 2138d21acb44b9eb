using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>When no question is asked, what ends one, and that a stop of the process repeats nothing.</summary>
public sealed class QuestionLimitsTests : IDisposable
{
    private static readonly AnswerSource Page = new("link", "page");

    private AskedScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("off")]
    [InlineData("privileged")]
    [InlineData("kill switch")]
    [InlineData("no questions")]
    [InlineData("not this intent")]
    [InlineData("assigned")]
    public async Task Question_WhoseAnswerCannotHelp_IsNotAsked(string what)
    {
        if (what is "off" or "no questions" or "not this intent")
        {
            _scene.Dispose();
            _scene = new AskedScene(set => what switch
            {
                "off" => set with { Modes = new ModeRules(new RunbookSwitch(RunbookMode.Off), new Dictionary<string, RunbookSwitch>()) },
                "no questions" => set with { Questions = set.Questions with { MostPerTicket = 0 } },
                _ => set with { Questions = set.Questions with { ByKind = set.Questions.ByKind.ToDictionary(pair => pair.Key, pair => pair.Value with { Except = new HashSet<string> { "device.sync" } }) } },
            });
        }

        _scene.WriteSync();
        if (what == "privileged")
            _scene.House.Directory.People[House.Requester] = _scene.House.Directory.People[House.Requester] with { Roles = [HelpDesk.Orchestrations.Domain.Directory.HeldRole.Unknown] };
        if (what == "kill switch")
            await _scene.House.Get<KillSwitch>().SetAsync(true, "operator:test", "A test.", default);
        if (what == "assigned")
            _scene.House.Tickets.Ticket = _scene.House.Tickets.Ticket! with { AssignedTo = "Dora Desk" };

        var end = await _scene.RunAsync();

        end.State.ShouldBe(CaseState.Escalated);
        _scene.Waits.ShouldBeEmpty();
        _scene.House.Tickets.Comments.ShouldNotContain(comment => comment.Contains("Which device", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TicketState.Resolved, null)]
    [InlineData(TicketState.Open, "Dora Desk")]
    public async Task Ticket_TakenOrResolvedByAPersonMeanwhile_EndsTheQuestion(TicketState state, string? assigned)
    {
        _scene.WriteSync();

        var end = await _scene.RunAsync(async () =>
        {
            _scene.House.Tickets.Ticket = _scene.House.Tickets.Ticket! with { State = state, AssignedTo = assigned, Version = 7 };
            await _scene.ChangedAsync();
        });

        end.State.ShouldBe(CaseState.Escalated);
        (await _scene.QuestionAsync()).State.ShouldBe(QuestionState.Withdrawn);
        (await Answers.ChooseAsync(AskedScene.CaseId, 1, AskedScene.First, Page, default)).ShouldBe(Heard.TooLate);
    }

    [Fact]
    public async Task ProcessDies_AfterEachActivity_AsksOnceAndDoesItOnce()
    {
        foreach (var name in new[] { "ask-question", "prepare-question-wait", "end-question", "remind-question" })
        {
            using var scene = new AskedScene();
            scene.WriteSync();
            var context = scene.House.Context(AskedScene.CaseId);
            context.DiesAfter = activity => activity == name;
            var waits = 0;
            context.OnWait = async _ =>
            {
                if (++waits != (name == "remind-question" ? 2 : 1))
                    return false;
                await scene.ReplyAsync("1");
                return true;
            };

            var end = await scene.House.RunAsync(context);

            end.State.ShouldBe(CaseState.Resolved, $"{name}: {end.Why}");
            scene.House.Remediations["device.sync"].Targets.ShouldBe([AskedScene.First]);
            scene.House.Tickets.Comments.Count(comment => comment.StartsWith("Which device", StringComparison.Ordinal)).ShouldBe(1);
            scene.House.Audit.Events.Count(entry => entry.Kind == AuditKinds.QuestionAsked).ShouldBe(1);
            var record = await scene.RecordAsync();
            (record.QuestionsAsked, record.QuestionsAnswered).ShouldBe((1, 1));
        }
    }

    private AnswerService Answers => _scene.House.Get<AnswerService>();
}
