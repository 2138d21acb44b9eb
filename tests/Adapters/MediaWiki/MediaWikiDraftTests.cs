using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Adapters.Tests.Knowledge;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.MediaWiki;

/// <summary>Drafts in MediaWiki: once, never over a person's words, never as wikitext of a ticket; its errors come with status 200 and each names what to change.</summary>
public sealed class MediaWikiDraftTests
{
    private const string FullTitle = $"Draft:{Drafts.Title}";

    [Fact]
    public async Task Create_CalledAgain_LeavesOneDraftAndOneRevision()
    {
        await using var systems = await StartAsync();

        var first = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        (await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default)).ShouldBe(first);

        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("revisions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Create_AnswerLost_TheRepetitionFindsTheDraft()
    {
        await using var systems = await StartAsync();
        await Writer(systems).CreateAsync(new ArticleDraft("hd-1111111111111111", "Another one", "en", [], [], []), default);
        systems.Fault("mediawiki", FaultKind.DropAfter, "*", "POST");

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).IsRetryable.ShouldBeTrue();
        await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("revisions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Create_TextOfAnAttacker_IsTextAndNothingElse()
    {
        await using var systems = await StartAsync();

        await Writer(systems).CreateAsync(Drafts.Hostile, default);

        var text = TextOf((await PagesAsync(systems)).ShouldHaveSingleItem());
        text.ShouldSatisfyAllConditions(
            () => text.ShouldNotContain("{{"), () => text.ShouldNotContain("[["), () => text.ShouldNotContain("~~"), () => text.ShouldNotContain("<script"), () => text.ShouldNotContain("<ac:"),
            // Every one of ours is closed by ours.
            () => text.Split("<nowiki>").Length.ShouldBe(text.Split("</nowiki>").Length));
    }

    [Theory]
    [InlineData("AC/DC: [broken] {title}|#1", "Draft:AC-DC- broken title 1")]
    [InlineData("lower case", "Draft:Lower case")]
    [InlineData("###", "Draft:Draft")]
    public async Task Create_TitleThatTheWikiDoesNotTake_IsMadeOneThatItTakes(string title, string expected)
    {
        await using var systems = await StartAsync();

        (await Writer(systems).CreateAsync(Drafts.Of("It is dark.") with { Title = title }, default)).Title.ShouldBe(expected);
    }

    [Fact]
    public async Task Create_AnotherPageHasTheTitle_SaysSo()
    {
        await using var systems = await StartAsync();
        await systems.PutAsync($"mediawiki/pages/{FullTitle}", new { text = "A person's page." });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).Code.ShouldBe(DraftErrors.TitleTaken);
        TextOf((await PagesAsync(systems)).ShouldHaveSingleItem()).ShouldBe("A person's page.");
    }

    [Fact]
    public async Task Update_AsItWasWritten_IsReplaced_AndNotOnceAPersonEditedIt()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        var updated = (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();
        await systems.PutAsync($"mediawiki/pages/{FullTitle}", new { text = "A person's words." });
        (await Writer(systems).UpdateAsync(updated, Drafts.Of("It is dark."), default)).ShouldBeNull();

        TextOf((await PagesAsync(systems)).ShouldHaveSingleItem()).ShouldBe("A person's words.");
    }

    [Theory]
    [InlineData("""{"beforeNextEdit":{"text":"Ask Facilities for the remote control."}}""", DraftFate.Waiting)]
    [InlineData("""{"beforeNextEdit":{"movedTo":"Dark projector"}}""", DraftFate.Published)]
    [InlineData("""{"beforeNextEdit":{"isDeleted":true}}""", DraftFate.Deleted)]
    public async Task Update_APersonIsThereBetweenOurReadingAndOurWriting_LosesNothingOfTheirs(string switches, DraftFate fate)
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await SwitchAsync(systems, switches);

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldBeNull();

        var reading = await Writer(systems).ReadAsync(written, default);
        (reading.Fate, reading.IsEdited).ShouldBe((fate, fate == DraftFate.Waiting));
        (await systems.Control.GetStringAsync(new Uri("/simulator/knowledge/mediawiki", UriKind.Relative))).ShouldNotContain("Restart it.");
    }

    [Fact]
    public async Task Update_AnswerLost_TheRepetitionIsNoEditOfAPerson()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        systems.Fault("mediawiki", FaultKind.DropAfter, "*", "POST");
        await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default));

        var updated = (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();

        (await Writer(systems).ReadAsync(updated, default)).IsEdited.ShouldBeFalse();
        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("revisions").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"hiddenNamespace":3002}""", "accessdenied", "MediaWiki:Drafts:Namespace", false)]
    [InlineData("""{"deniesReading":true}""", "readapidenied", "right read", false)]
    [InlineData("""{"deniesWriting":true}""", "permissiondenied", "MediaWiki:Drafts:Namespace", false)]
    [InlineData("""{"largestPage":100}""", "contenttoobig", "$wgMaxArticleSize", false)]
    [InlineData("""{"isReadOnly":true}""", "readonly", "read-only", true)]
    [InlineData("""{"asksCaptcha":true}""", "captcha", "skipcaptcha", false)]
    public async Task Update_RefusedWithStatus200_IsAnErrorAndNoEditOfAPerson_AndWorksLater(string switches, string code, string says, bool isRetryable)
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await SwitchAsync(systems, switches);

        var fault = await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default));
        (fault.Code, fault.Message.Contains(says, StringComparison.Ordinal), fault.IsRetryable).ShouldBe((code, true, isRetryable), fault.Message);
        if (code is "accessdenied" or "readapidenied")
            await Should.ThrowAsync<VendorException>(() => Writer(systems).ReadAsync(written, default));
        await SwitchAsync(systems, "{}");

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("moved", DraftFate.Published, false)]
    [InlineData("moved and edited", DraftFate.Published, true)]
    [InlineData("copied", DraftFate.Published, false)]
    [InlineData("edited", DraftFate.Waiting, true)]
    [InlineData("deleted", DraftFate.Deleted, false)]
    public async Task Fate_OfADraft_IsWhatAPersonMadeOfIt(string what, DraftFate fate, bool isEdited)
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        var text = TextOf((await PagesAsync(systems)).Single());
        if (what.StartsWith("moved", StringComparison.Ordinal))
            await systems.PutAsync($"mediawiki/pages/{FullTitle}", new { movedTo = "Dark projector" });
        if (what == "moved and edited")
            await systems.PutAsync("mediawiki/pages/Dark projector", new { text = text + "\n\nAnd ask Facilities." });
        if (what == "copied")
            await systems.PutAsync($"mediawiki/pages/{Drafts.Title}", new { text });
        if (what == "edited")
            await systems.PutAsync($"mediawiki/pages/{FullTitle}", new { text = "Other words." });
        if (what is "deleted" or "copied")
            await systems.PutAsync($"mediawiki/pages/{FullTitle}", new { isDeleted = true });

        var reading = await Writer(systems).ReadAsync(written, default);

        (reading.Fate, reading.IsEdited, reading.ArticleId is not null).ShouldBe((fate, isEdited, fate == DraftFate.Published));
    }

    [Theory]
    [InlineData("asksCaptcha", "skipcaptcha", false)]
    [InlineData("deniesWriting", "createpage", false)]
    [InlineData("isReadOnly", "read-only", true)]
    [InlineData("isRateLimited", "noratelimit", true)]
    public async Task Writing_RefusedWithStatus200_IsAnErrorThatNamesWhatToChange(string name, string says, bool isRetryable)
    {
        await using var systems = await StartAsync();
        await systems.PutAsync("mediawiki/switches", new Dictionary<string, bool>(StringComparer.Ordinal) { [name] = true });

        var fault = await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default));

        (fault.Message.Contains(says, StringComparison.Ordinal), fault.IsRetryable).ShouldBe((true, isRetryable), fault.Message);
        (await PagesAsync(systems)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("drop-tokens")]
    [InlineData("sign-out")]
    public async Task Session_Over_IsBegunAgainOnce(string what)
    {
        await using var systems = await StartAsync();
        await Writer(systems).CreateAsync(new ArticleDraft("hd-1111111111111111", "Another one", "en", [], [], []), default);
        await systems.PostAsync($"mediawiki/{what}");

        await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        (await PagesAsync(systems)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rights_Lost_AreNeverTakenForADeletion()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync("mediawiki/switches", new { deniesReading = true });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).ReadAsync(written, default))).Message.ShouldContain("read");
    }

    private static Task<KnowledgeSystems> StartAsync() => KnowledgeSystems.StartAsync(new() { ["MediaWiki:Drafts:Namespace"] = "3002" });

    private static IKnowledgeDrafts Writer(KnowledgeSystems systems) => systems.Product.GetServices<IKnowledgeDrafts>().Single();

    private static async Task SwitchAsync(KnowledgeSystems systems, string switches)
    {
        using var content = new StringContent(switches, System.Text.Encoding.UTF8, "application/json");
        (await systems.Control.PutAsync(new Uri("/simulator/knowledge/mediawiki/switches", UriKind.Relative), content)).EnsureSuccessStatusCode();
    }

    private static string TextOf(JsonElement page) => page.GetProperty("revisions").EnumerateArray().Last().GetProperty("text").GetString()!;

    private static async Task<List<JsonElement>> PagesAsync(KnowledgeSystems systems) =>
        [.. (await systems.Control.GetFromJsonAsync<List<JsonElement>>("/simulator/knowledge/mediawiki"))!.Where(static page => page.GetProperty("title").GetString() == FullTitle)];
}
