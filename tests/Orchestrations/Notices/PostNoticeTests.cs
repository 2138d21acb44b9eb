using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Notices;

public sealed class PostNoticeTests
{
    private readonly FakeChannel _dead = new("dead") { IsDown = true };
    private readonly FakeChannel _live = new("live");

    /// <summary>Opening the receipt, claiming the post, its answer; and each of them just before and just after.</summary>
    public static TheoryData<int, bool> Deaths => new() { { 1, false }, { 1, true }, { 2, false }, { 2, true }, { 3, false }, { 3, true } };

    [Fact]
    public async Task Deliver_DeadChannelBesideALiveOne_PostsOnceOnTheLiveOneAndRecordsTheDeadOne()
    {
        var world = await WorldAsync();
        using var process = world.Process();

        var end = await world.DeliverAsync(process);

        end.Delivered.ShouldBe(["live"]);
        _live.Attempts.ShouldBe(1);
        _live.Cards.Count.ShouldBe(1);
        _dead.Attempts.ShouldBeGreaterThan(20);
        _dead.GivenUp.ShouldBe(1);
        var entry = world.Audit.Events.ShouldHaveSingleItem();
        (entry.Kind, entry.Facts["channel"], entry.Facts["why"]).ShouldBe((AuditKinds.NoticeNotDelivered, "dead", "It is down."));
        (await world.CaseAsync())!.Undelivered.ShouldBe(["dead was not notified: It is down."]);
    }

    [Fact]
    public async Task Deliver_DeadChannelBesideALiveOne_GivesUpAfterItsOwnTime()
    {
        _dead.Limits = _dead.Limits with { Retry = ChannelLimits.PatientRetry with { GiveUpAfter = TimeSpan.FromMinutes(30) } };
        var world = await WorldAsync();
        using var process = world.Process();
        var begun = world.Time.GetUtcNow();

        await world.DeliverAsync(process);

        (world.Time.GetUtcNow() - begun).ShouldBeInRange(TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(31));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Post_ProcessDiesAtAnyWrite_PostsAgainOnlyWhereTheAnswerWasLost(int atWrite, bool after)
    {
        var world = await WorldAsync();
        var store = new DyingStore(world.Store, atWrite, after);
        await using (var dying = world.Process(store))
            await Should.ThrowAsync<ProcessDiedException>(() => NoticeWorld.PostAsync(dying, "live"));
        store.IsDead.ShouldBeTrue();
        await using var next = world.Process();

        (await world.DeliverAsync(next)).Delivered.ShouldBe(["live"]);

        // The vendor answered, and the process died before that was written: no one can know.
        _live.Cards.Count.ShouldBe((atWrite, after) == (3, false) ? 2 : 1);
        _live.Keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Post_StoreAwayWhenTheVendorAnswers_IsNotPostedAgain()
    {
        var world = await WorldAsync();
        await using var process = world.Process();
        _live.OnPost = () => world.Store.IsDown = true;

        await Should.ThrowAsync<VendorException>(() => NoticeWorld.PostAsync(process, "live"));
        world.Store.IsDown = false;

        (await NoticeWorld.PostAsync(process, "live")).ShouldBe(new PostNotice.Result(NoticeState.Delivered, null));
        _live.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Post_DeliveredBefore_PostsNothing()
    {
        var world = await WorldAsync();
        await using (var first = world.Process())
            await NoticeWorld.PostAsync(first, "live");
        await using var second = world.Process();

        (await NoticeWorld.PostAsync(second, "live")).State.ShouldBe(NoticeState.Delivered);

        _live.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Post_ChannelHangs_ReturnsAndKeepsToItsSlotsWhileOthersPost()
    {
        _dead.Hangs = true;
        var world = await WorldAsync();
        await using var process = world.Process();

        foreach (var subject in new[] { "a", "b", "c", "d" })
            (await NoticeWorld.PostAsync(process, "dead", NoticeWorld.Notice(subject))).TryAgainAt.ShouldNotBeNull().ShouldBeGreaterThan(world.Time.GetUtcNow());

        _dead.Attempts.ShouldBe(2);
        (await NoticeWorld.PostAsync(process, "live")).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task Post_ChannelHangsForEver_IsGivenUp()
    {
        _dead.Hangs = true;
        var world = await WorldAsync();
        await using var process = world.Process();

        (await world.DeliverAsync(process)).Delivered.ShouldBe(["live"]);

        _dead.Attempts.ShouldBe(1);
        _dead.GivenUp.ShouldBe(1);
    }

    [Fact]
    public async Task Post_OtherProcessIsPosting_DoesNotPostBesideIt()
    {
        _live.Hangs = true;
        var world = await WorldAsync();
        await using var one = world.Process();
        await using var other = world.Process();
        await NoticeWorld.PostAsync(one, "live");

        (await NoticeWorld.PostAsync(other, "live")).State.ShouldBe(NoticeState.Posting);

        _live.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Post_Throttled_PausesTheChannelForAllNotices()
    {
        _dead.Error = new VendorException("dead", "429", "Throttled.", isRetryable: true, TimeSpan.FromSeconds(90));
        var world = await WorldAsync();
        await using var process = world.Process();
        var now = world.Time.GetUtcNow();

        (await NoticeWorld.PostAsync(process, "dead")).TryAgainAt.ShouldBe(now.AddSeconds(90));
        (await NoticeWorld.PostAsync(process, "dead", NoticeWorld.Notice("b"))).TryAgainAt.ShouldBe(now.AddSeconds(90));

        _dead.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Post_Refused_IsRecordedAtOnce()
    {
        _dead.Error = new VendorException("dead", "401", "Set Dead:Address.", isRetryable: false);
        var world = await WorldAsync();
        await using var process = world.Process();

        (await NoticeWorld.PostAsync(process, "dead")).ShouldBe(new PostNotice.Result(NoticeState.NotDelivered, null));

        _dead.Attempts.ShouldBe(1);
        world.Audit.Events.ShouldHaveSingleItem().Facts["why"].ShouldBe("Set Dead:Address.");
    }

    [Fact]
    public async Task Post_DecidedMeanwhile_PostsAndRecordsNothing()
    {
        var world = await WorldAsync();
        world.Source.Notice = null;
        await using var process = world.Process();

        (await NoticeWorld.PostAsync(process, "live")).ShouldBe(new PostNotice.Result(NoticeState.NotNeeded, null));

        _live.Attempts.ShouldBe(0);
        world.Audit.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_ChannelNotConnectedAnyMore_IsRecorded()
    {
        var world = await WorldAsync();
        await using var process = world.Process();

        (await NoticeWorld.PostAsync(process, "gone")).State.ShouldBe(NoticeState.NotDelivered);

        (await world.CaseAsync())!.Undelivered.ShouldHaveSingleItem().ShouldStartWith("gone was not notified");
    }

    private async Task<NoticeWorld> WorldAsync()
    {
        var world = new NoticeWorld(_dead, _live);
        await world.OpenCaseAsync();
        return world;
    }
}
