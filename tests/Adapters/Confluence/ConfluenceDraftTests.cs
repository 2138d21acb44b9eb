using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Adapters.Tests.Knowledge;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Confluence;

/// <summary>Drafts in Confluence: once, never over a person's words, never with markup of a ticket, and every refusal names what to change.</summary>
public sealed class ConfluenceDraftTests
{
    private const string Confluence = "confluence";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_CalledAgain_LeavesOneDraft(bool listsNoDrafts)
    {
        await using var systems = await StartAsync();
        await systems.PutAsync("confluence/switches", new { listsNoDrafts });

        var first = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        var second = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        second.ShouldBe(first);
        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("status").GetString().ShouldBe("draft");
    }

    [Fact]
    public async Task Create_AnswerLost_TheRepetitionFindsTheDraft()
    {
        await using var systems = await StartAsync();
        systems.Fault(Confluence, FaultKind.DropAfter, "*/pages", "POST");

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).IsRetryable.ShouldBeTrue();
        await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        (await PagesAsync(systems)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Create_StoppedBeforeTheLabels_TheRepetitionWritesThem()
    {
        await using var systems = await StartAsync();
        systems.Fault(Confluence, FaultKind.DropBefore, "*/label", "POST");

        await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default));
        await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("labels").EnumerateArray().Select(static label => label.GetString()).ShouldBe(["hardware-problem", "from-tickets", "lang-en"], ignoreOrder: true);
    }

    [Fact]
    public async Task Create_TextOfAnAttacker_IsTextAndNothingElse()
    {
        await using var systems = await StartAsync();

        await Writer(systems).CreateAsync(Drafts.Hostile, default);

        var body = (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("body").GetString()!;
        body.ShouldNotContain("<ac:");
        body.ShouldNotContain("<script");
        body.ShouldContain("&lt;script&gt;");
        body.Split("href=").Length.ShouldBe(2);
        body.ShouldContain("href=\"https://helpdesk.example.com/cases/servicenow-1\"");
    }

    [Fact]
    public async Task Create_AnotherPageHasTheTitle_SaysSo()
    {
        await using var systems = await StartAsync();
        await systems.PutAsync("confluence/pages/190001", new { spaceId = "98313", title = Drafts.Title, body = "<p>A person's page.</p>" });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).Code.ShouldBe(DraftErrors.TitleTaken);
        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe("<p>A person's page.</p>");
    }

    [Fact]
    public async Task Update_AsItWasWritten_IsReplaced_AndNotOnceAPersonEditedIt()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        var updated = (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Choose the second input.", "Restart it."), default)).ShouldNotBeNull();
        updated.TextHash.ShouldNotBe(written.TextHash);
        await systems.PutAsync($"confluence/pages/{written.Id}", new { body = "<p>A person's words.</p>" });
        (await Writer(systems).UpdateAsync(updated, Drafts.Of("It is dark."), default)).ShouldBeNull();

        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe("<p>A person's words.</p>");
    }

    [Fact]
    public async Task Update_PublishedInBetween_IsLeftAsItIs()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync($"confluence/pages/{written.Id}", new { status = "current" });

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Update_APersonPublishesBetweenOurReadingAndOurWriting_LosesNothingOfTheirs()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync("confluence/switches", new { beforeNextChange = new { status = "current", body = "<p>Ask Facilities for the remote control.</p>" } });

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldBeNull();

        (await PagesAsync(systems)).ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe("<p>Ask Facilities for the remote control.</p>");
        var reading = await Writer(systems).ReadAsync(written, default);
        (reading.Fate, reading.IsEdited).ShouldBe((DraftFate.Published, true));
    }

    [Fact]
    public async Task Update_RefusedAsAConflictWhileTheDraftIsOurs_IsAnErrorAndWorksLater()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        var before = (await PagesAsync(systems)).Single().GetRawText();
        await systems.PutAsync("confluence/switches", new { conflicts = true });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default))).Code.ShouldBe("409");
        (await PagesAsync(systems)).Single().GetRawText().ShouldBe(before);
        await systems.PutAsync("confluence/switches", new { });

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Update_AnswerLost_TheRepetitionIsNoEditOfAPerson()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        systems.Fault(Confluence, FaultKind.DropAfter, "*", "PUT");
        await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default));

        var updated = (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();

        (await Writer(systems).ReadAsync(updated, default)).IsEdited.ShouldBeFalse();
    }

    [Theory]
    [InlineData("deniesReading", "Confluence:Drafts:Space")]
    [InlineData("deniesWriting", "Add page")]
    public async Task Update_RightsRevokedBetweenRuns_IsAnErrorAndNoEditOfAPerson(string name, string says)
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync("confluence/switches", new Dictionary<string, bool>(StringComparer.Ordinal) { [name] = true });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default))).Message.ShouldContain(says);
        await systems.PutAsync("confluence/switches", new { });

        (await Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Writing_LargerThanConfluenceTakes_IsAnErrorThatSaysSo_AndTheDraftStays()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        var before = (await PagesAsync(systems)).Single().GetRawText();
        await systems.PutAsync("confluence/switches", new { largestBody = 300 });

        var fault = await Should.ThrowAsync<VendorException>(() => Writer(systems).UpdateAsync(written, Drafts.Of("It is dark.", "Restart it."), default));
        await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark.") with { Reference = "hd-ffffffffffffffff", Title = "Beamer dunkel" }, default));

        (fault.Code, fault.IsRetryable).ShouldBe(("413", false));
        (await PagesAsync(systems)).Single().GetRawText().ShouldBe(before);
    }

    [Theory]
    [InlineData("draft", false, DraftFate.Waiting)]
    [InlineData("draft", true, DraftFate.Waiting)]
    [InlineData("current", false, DraftFate.Published)]
    [InlineData("current", true, DraftFate.Published)]
    [InlineData("archived", false, DraftFate.Deleted)]
    [InlineData("trashed", false, DraftFate.Deleted)]
    public async Task Fate_OfADraft_IsWhatAPersonMadeOfIt(string status, bool isEdited, DraftFate fate)
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync($"confluence/pages/{written.Id}", new { status, body = isEdited ? "<p>Other words.</p>" : null });

        var reading = await Writer(systems).ReadAsync(written, default);

        (reading.Fate, reading.IsEdited).ShouldBe((fate, isEdited));
    }

    [Fact]
    public async Task Fate_DeletedForGood_IsDeleted_ButALostPermissionIsAnError()
    {
        await using var systems = await StartAsync();
        var written = await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);
        await systems.PutAsync("confluence/switches", new { deniesReading = true });
        (await Should.ThrowAsync<VendorException>(() => Writer(systems).ReadAsync(written, default))).Message.ShouldContain("Confluence:Drafts:Space");
        await systems.PutAsync("confluence/switches", new { deniesReading = false });
        await systems.DeleteAsync($"confluence/pages/{written.Id}");

        (await Writer(systems).ReadAsync(written, default)).Fate.ShouldBe(DraftFate.Deleted);
    }

    [Fact]
    public async Task Writing_Denied_NamesThePermission()
    {
        await using var systems = await StartAsync();
        await systems.PutAsync("confluence/switches", new { deniesWriting = true });

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).Message.ShouldContain("Add page");
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.Unavailable)]
    public async Task Writing_Away_IsAFaultThatMayPass(FaultKind kind)
    {
        await using var systems = await StartAsync();
        systems.Fault(Confluence, kind, "*", "POST");

        (await Should.ThrowAsync<VendorException>(() => Writer(systems).CreateAsync(Drafts.Of("It is dark."), default))).IsRetryable.ShouldBeTrue();
        (await PagesAsync(systems)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_AreNoArticles()
    {
        await using var systems = await StartAsync("IT");
        await Writer(systems).CreateAsync(Drafts.Of("It is dark."), default);

        (await systems.ReadAsync(Confluence)).Found.ShouldNotContain(article => article.Title == Drafts.Title);
    }

    private static Task<KnowledgeSystems> StartAsync(string space = "DRAFTS") => KnowledgeSystems.StartAsync(new() { ["Confluence:Drafts:Space"] = space });

    private static IKnowledgeDrafts Writer(KnowledgeSystems systems) => systems.Product.GetServices<IKnowledgeDrafts>().Single();

    private static async Task<List<JsonElement>> PagesAsync(KnowledgeSystems systems) =>
        [.. (await systems.Control.GetFromJsonAsync<List<JsonElement>>("/simulator/knowledge/confluence"))!.Where(static page => page.GetProperty("title").GetString() == Drafts.Title)];
}
