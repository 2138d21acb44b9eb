using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Conversation.Channels;

/// <summary>The consent to a remote session, given by a button where the requester writes: theirs alone, for that one session, once.</summary>
public sealed class RemoteConsentTests : IDisposable
{
    private readonly ChatScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(0, RemoteSessionState.Ready, "You allowed it", 1)]
    [InlineData(1, RemoteSessionState.Refused, "You didn't allow it", 0)]
    public async Task Button_OfTheRequester_AnswersOnce(int button, RemoteSessionState state, string text, int made)
    {
        var (asked, post) = await AskedAsync();
        post.Buttons.Select(static one => one.Title).ShouldBe(["Allow", "Don't allow"]);

        var pressed = await _scene.PressAsync(post.Buttons[button]);
        var again = await _scene.PressAsync(post.Buttons[1 - button]);

        (pressed.IsOver, pressed.Text.Contains(text, StringComparison.Ordinal)).ShouldBe((true, true), customMessage: pressed.Text);
        again.Text.ShouldContain("already answered");
        ((await SessionAsync(asked.Id)).State, _scene.Remote.Creates).ShouldBe((state, made));
    }

    [Theory]
    [InlineData(House.Stranger)]
    [InlineData(House.DeskLead)]
    public async Task Button_PressedByAnother_ChangesNothing(string person)
    {
        var (asked, post) = await AskedAsync();

        (await _scene.PressAsync(post.Buttons[0], person)).IsOver.ShouldBeFalse();

        ((await SessionAsync(asked.Id)).State, _scene.Remote.Creates).ShouldBe((RemoteSessionState.Asked, 0));
    }

    // The consent was for another technician and another moment.
    [Fact]
    public async Task Button_OfAnEarlierSession_AllowsNoLaterOne()
    {
        var (_, old) = await AskedAsync();
        await _scene.PressAsync(old.Buttons[1]);
        _scene.House.Time.Advance(TimeSpan.FromMinutes(1));
        var asked = await AskAsync();

        (await _scene.PressAsync(old.Buttons[0])).Text.ShouldContain("already answered");

        ((await SessionAsync(asked.Id)).State, _scene.Remote.Creates).ShouldBe((RemoteSessionState.Asked, 0));
    }

    [Fact]
    public async Task AnsweredOnThePage_TakesTheButtonsOffTheChat()
    {
        var (asked, _) = await AskedAsync();

        await _scene.House.Get<RemoteSessionService>().AnswerAsync(asked.Id, isAllowed: false, default);

        _scene.Chat.Closed.ShouldHaveSingleItem().Result.ShouldContain("You didn't allow it");
    }

    private async Task<(RemoteSession Session, ChannelPost Post)> AskedAsync()
    {
        await _scene.OpenSyncAsync();
        await _scene.CaseAsync();
        _scene.Chat.Closed.Clear();
        var session = await AskAsync();
        return (session, _scene.Chat.Posts.Last());
    }

    private async Task<RemoteSession> AskAsync()
    {
        var caseId = (await _scene.RecordAsync()).CaseId;
        (await _scene.House.Get<RemoteSessionService>().AskAsync(caseId, "viewer", "", House.Person(House.DeskLead), default)).ShouldBeNull();
        return (await _scene.House.Get<RemoteSessionStore>().OfCaseAsync(caseId, default))[0];
    }

    private async Task<RemoteSession> SessionAsync(string id) => (await _scene.House.Get<RemoteSessionStore>().FindAsync(id, default))!;
}
