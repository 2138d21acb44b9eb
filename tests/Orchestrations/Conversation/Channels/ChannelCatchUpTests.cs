using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Orchestrations.Tests.Conversation.Channels;

/// <summary>A channel that was away gets what it did not take, once and only while it is needed.</summary>
public sealed class ChannelCatchUpTests
{
    [Fact]
    public async Task Channel_ThatCaughtUp_IsNotListedAsUndelivered()
    {
        using var scene = new ChatScene();
        await scene.OpenSyncAsync();
        scene.Chat.IsDown = true;
        await scene.CaseAsync();
        (await scene.RecordAsync()).Undelivered.ShouldContain(line => line.StartsWith("Chat: ", StringComparison.Ordinal));

        await CatchUpAsync(scene);
        (await scene.RecordAsync()).Undelivered.ShouldContain(line => line.StartsWith("Chat: ", StringComparison.Ordinal), "it is still away");
        scene.Chat.IsDown = false;
        await CatchUpAsync(scene);

        (await scene.RecordAsync()).Undelivered.ShouldNotContain(line => line.StartsWith("Chat: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_ThatTheChannelDidNotTake_IsPostedOnceWhenItIsBack()
    {
        using var scene = new ChatScene();
        await scene.OpenSyncAsync();
        var posts = scene.Chat.Posts.Count;
        scene.Chat.IsDown = true;

        await scene.CaseAsync(async () =>
        {
            (await CatchUpAsync(scene)).ShouldBe(0);
            scene.Chat.IsDown = false;
            (await CatchUpAsync(scene)).ShouldBe(1);
            (await CatchUpAsync(scene)).ShouldBe(0);
            scene.Chat.Posts.Count.ShouldBe(posts + 1);
            await scene.PressAsync(scene.Chat.Posts[^1].Buttons[0]);
        });

        (await scene.RecordAsync()).State.ShouldNotBe(CaseState.WaitingForAnswer);
    }

    [Fact]
    public async Task Question_AnsweredMeanwhile_IsNotPostedAnyMore()
    {
        using var scene = new ChatScene();
        await scene.OpenSyncAsync();
        scene.Chat.IsDown = true;
        await scene.CaseAsync(async () =>
        {
            var record = await scene.RecordAsync();
            var asked = (await scene.House.Get<QuestionStore>().FindAsync(record.CaseId, 1, default))!;
            (await scene.House.Get<AnswerService>().ChooseAsync(record.CaseId, 1, asked.Question.Options[0].Id, new AnswerSource("requester", "page"), default)).ShouldBe(Heard.Answered);
        });
        scene.Chat.IsDown = false;
        var posts = scene.Chat.Posts.Count;

        await CatchUpAsync(scene);

        scene.Chat.Posts.Skip(posts).ShouldNotContain(post => post.Buttons.Count > 2);
    }

    [Fact]
    public async Task Message_OfMoreThanADay_IsNotPostedAnyMore()
    {
        using var scene = new ChatScene();
        await scene.OpenSyncAsync();
        scene.Chat.IsDown = true;
        await scene.CaseAsync(async () =>
        {
            scene.Chat.IsDown = false;
            scene.House.Time.Advance(TimeSpan.FromHours(25));
            (await CatchUpAsync(scene)).ShouldBe(0);
        });
    }

    private static Task<int> CatchUpAsync(ChatScene scene) => scene.House.Get<ChannelCatchUp>().RunAsync(default);
}
