using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>Articles that tickets speak against or whose validity is over: one notice for each article, version and reason, to whoever owns it.</summary>
public sealed class ArticleReviewTests : IDisposable
{
    private static readonly string Key = ArticleKey.Of("articles", "badge");

    private readonly DraftScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Article_ThatDidNotHelpTwice_IsNotifiedOnce_AndOnceIsNotEnough()
    {
        await WithAsync();
        await SaidAsync("3001");
        await SaidAsync("3001");
        await RunForDaysAsync(2);
        Notices().ShouldBeEmpty("one ticket may have been another question");
        await HealthShouldBeAsync(isClean: true);

        await SaidAsync("3002");
        await RunForDaysAsync(3);
        await SaidAsync("3003");
        await RunForDaysAsync(3);

        Notices().ShouldHaveSingleItem().SubjectId.ShouldBe(Key);
        await HealthShouldBeAsync(isClean: false);
    }

    [Fact]
    public async Task Article_EditedSince_BeginsAnew_AndWhatIsSaidOfItsOldTextCountsNoMore()
    {
        await WithAsync();
        await SaidAsync("3001");
        await SaidAsync("3002");
        await RunForDaysAsync(1);
        var old = await VersionAsync();
        await WithAsync("Halten Sie den Ausweis drei Sekunden an das Gerät.");
        await HealthShouldBeAsync(isClean: true);
        await SaidAsync("3003");

        // Two requesters who were given the old text answer late.
        await SaidAsync("3004", old);
        await SaidAsync("3005", old);
        await RunForDaysAsync(1);
        Notices().Count.ShouldBe(1);

        await SaidAsync("3006");
        await RunForDaysAsync(1);

        Notices().Count.ShouldBe(2);
        (await _scene.House.Get<ArticleReports>().AllAsync(default)).ShouldHaveSingleItem().DidNotHelp.ShouldBe(["servicenow-3003", "servicenow-3006"]);
    }

    [Fact]
    public async Task Article_PastItsValidity_IsNotifiedOnce_AndAgainWhenItIsEditedAndStillExpired()
    {
        var until = _scene.House.Time.GetUtcNow().AddDays(2);
        await WithAsync(change: article => article with { ValidUntil = until });
        await RunForDaysAsync(1);
        Notices().ShouldBeEmpty();

        await RunForDaysAsync(4);
        Notices().ShouldHaveSingleItem();
        await WithAsync("Tenga la tarjeta tres segundos junto al lector.", article => article with { ValidUntil = until });
        await RunForDaysAsync(2);
        Notices().Count.ShouldBe(2);

        await WithAsync("Tenga la tarjeta cinco segundos.", article => article with { ValidUntil = until.AddYears(1) });
        await RunForDaysAsync(2);
        Notices().Count.ShouldBe(2);
        await HealthShouldBeAsync(isClean: true);
    }

    [Fact]
    public async Task StarterArticle_PastItsValidity_HasNoOwnerHereAndIsNotNotified()
    {
        await WithAsync(change: article => article with { IsStarter = true, ValidUntil = _scene.House.Time.GetUtcNow() });

        await RunForDaysAsync(1);

        Notices().ShouldBeEmpty();
    }

    [Fact]
    public async Task Articles_ThatExpireTogether_AreNotifiedOverSomeRunsAndEachOnce()
    {
        for (var number = 0; number < 45; number++)
            _scene.Source.With($"{number}", $"Instruction {number}", "Do it.", article => article with { ValidUntil = _scene.House.Time.GetUtcNow() });
        await _scene.RunAsync();
        Notices().Count.ShouldBe(20);

        await RunForDaysAsync(3);

        Notices().Select(notice => notice.SubjectId).Distinct(StringComparer.Ordinal).Count().ShouldBe(45);
        Notices().Count.ShouldBe(45);
    }

    // An owner may be a name, an id or nothing; an address is never needed, because the notice goes to the channels.
    [Theory]
    [InlineData("", "the owner of the article")]
    [InlineData("Gebäudemanagement", "Gebäudemanagement")]
    public async Task Notice_NamesArticleOwnerAndReasons_AndNothingOfTheTickets(string owner, string shown)
    {
        await WithAsync(change: article => article with { Owner = owner });
        await SaidAsync("3001");
        await SaidAsync("3002");
        await _scene.House.Get<ArticleReports>().SolvedOtherwiseAsync(Key, await VersionAsync(), DraftScene.IdOf("3003"), default);
        await _scene.RunAsync();

        var notice = (await _scene.House.Get<IEnumerable<INoticeSource>>().Single(source => source.Builds(NoticeKind.ArticleToCheck)).BuildAsync(Notices()[0], default)).ShouldNotBeNull();

        notice.Audience.ShouldBe(shown);
        notice.Title.ShouldBe("Article to check: Badge is not read at the gate");
        var facts = string.Join('\n', notice.Facts.Select(fact => fact.Value));
        facts.ShouldContain("did not help in two or more tickets");
        facts.ShouldContain("solved in another way");
        facts.ShouldNotContain("3001");
        notice.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notice_OfAnArticleThatChangedOrIsGone_IsNotPosted()
    {
        await WithAsync();
        await SaidAsync("3001");
        await SaidAsync("3002");
        await _scene.RunAsync();
        var notice = Notices().Single();
        var source = _scene.House.Get<IEnumerable<INoticeSource>>().Single(source => source.Builds(NoticeKind.ArticleToCheck));
        (await source.BuildAsync(notice, default)).ShouldNotBeNull();

        await WithAsync("Présentez le badge plus longtemps.");
        (await source.BuildAsync(notice, default)).ShouldBeNull();
        _scene.Source.Articles.Clear();
        await _scene.RunAsync();

        (await source.BuildAsync(notice, default)).ShouldBeNull();
    }

    private async Task WithAsync(string text = "Hold the badge longer.", Func<KnowledgeArticle, KnowledgeArticle>? change = null)
    {
        _scene.Source.With("badge", "Badge is not read at the gate", text, change);
        await _scene.RunAsync();
    }

    private async Task SaidAsync(string ticket, string? version = null) => await _scene.House.Get<ArticleReports>().DidNotHelpAsync(Key, version ?? await VersionAsync(), DraftScene.IdOf(ticket), default);

    private async Task<string> VersionAsync() => (await _scene.House.Get<KnowledgeStore>().FindAsync(Key, default)).ShouldNotBeNull().Article.ShouldNotBeNull().Version;

    // Twice a day is enough: what is not posted again at one run is not at two thousand.
    private async Task RunForDaysAsync(int days)
    {
        for (var half = 0; half < 2 * days; half++)
        {
            await _scene.RunAsync();
            _scene.House.Time.Advance(TimeSpan.FromHours(12));
        }

        await _scene.RunAsync();
    }

    private List<NoticeReference> Notices() => [.. _scene.House.Workflows.Started.Values.OfType<NoticeReference>()];

    private async Task HealthShouldBeAsync(bool isClean)
    {
        var check = _scene.House.Get<ArticleHealth>().CheckAsync(default);
        if (isClean)
            await check;
        else
            (await Should.ThrowAsync<VendorException>(() => check)).Code.ShouldBe("to-check");
    }
}
