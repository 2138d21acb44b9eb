using HelpDesk.Adapters.Tests.Knowledge;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.MediaWiki;

/// <summary>Pages of MediaWiki: all of them once, then what changed; its errors come in answers of status 200.</summary>
public sealed class MediaWikiKnowledgeTests
{
    private const string Source = "mediawiki";

    [Fact]
    public async Task FirstReading_GivesPages_NoRedirects_WithLanguageAndAudience()
    {
        await using var systems = await KnowledgeSystems.StartAsync();

        var reading = await systems.ReadAsync(Source);

        reading.Found.Select(static article => article.Title).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["Gäste-WLAN", "Red inalámbrica para visitas", "Scan to email", "Scan to email/fr", "Servicedesk:Restart the print server"]);
        var scan = reading.Found.First(static article => article.Title == "Scan to email");
        scan.ShouldSatisfyAllConditions(
            article => article.Audience.ShouldBe(KnowledgeAudience.Everyone), article => article.Tags.ShouldBe(["printers"]), article => article.Language.ShouldBe("en"), article => article.Text.ShouldContain("| 2 | LON-SCN-02 |"), article => article.Link.AbsoluteUri.ShouldEndWith("/Scan_to_email"));
        reading.Found.First(static article => article.Title == "Scan to email/fr").ShouldSatisfyAllConditions(french => french.Language.ShouldBe("fr"), french => french.TranslationOf.ShouldBe(scan.ArticleId));
        reading.Found.First(static article => article.Title == "Servicedesk:Restart the print server").ShouldSatisfyAllConditions(staff => staff.Audience.ShouldBe(KnowledgeAudience.Staff), staff => staff.Warnings.ShouldBe(["Templates are not read: Warning."]));
        reading.All.ShouldNotBeNull().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Page_EditedDeletedOrMadeARedirect_IsSeen()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var first = await systems.ReadAsync(Source);
        systems.Time.Advance(TimeSpan.FromMinutes(1));

        await systems.PutAsync("mediawiki/pages/Scan to email", new { text = "Use the app." });
        await systems.PutAsync("mediawiki/pages/Gäste-WLAN", new { isDeleted = true });
        await systems.PutAsync("mediawiki/pages/Red inalámbrica para visitas", new { text = "#REDIRECT [[Scan to email]]" });

        var second = await systems.ReadAsync(Source, first.Next);
        second.Found.First(static article => article.Title == "Scan to email").Text.ShouldBe("Use the app.");
        second.Removed.ShouldContain(first.Found.First(static article => article.Title == "Red inalámbrica para visitas").ArticleId);
        second.All.ShouldNotBeNull().ShouldNotContain(first.Found.First(static article => article.Title == "Gäste-WLAN").ArticleId);
    }

    [Fact]
    public async Task Redirects_ThatLeadToEachOther_AreNoArticles()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync("mediawiki/pages/One", new { text = "#REDIRECT [[Two]]" });
        await systems.PutAsync("mediawiki/pages/Two", new { text = "#REDIRECT [[One]]" });

        (await systems.ReadAsync(Source)).Found.ShouldAllBe(static article => article.Title != "One" && article.Title != "Two");
    }

    [Fact]
    public async Task Page_LargerThanIsRead_IsNamedToItsOwner_AndTheOthersAreRead()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync("mediawiki/pages/Tabla enorme", new { text = $"{{|\n| {new string('x', 9 * 1024 * 1024)}\n|}}" });

        var reading = await systems.ReadAsync(Source);

        reading.Found.First(static article => article.Title == "Tabla enorme").ShouldSatisfyAllConditions(article => article.Text.ShouldBeEmpty(), article => article.Warnings.ShouldHaveSingleItem().ShouldContain("larger than 8 MB"));
        reading.Found.ShouldContain(static article => article.Title == "Scan to email");
    }

    [Fact]
    public async Task Namespace_HiddenFromTheAccount_IsAnErrorThatNamesTheRight_AndNoDeletion()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var first = await systems.ReadAsync(Source);
        systems.Time.Advance(TimeSpan.FromMinutes(1));
        await systems.PutAsync("mediawiki/pages/Scan to email", new { text = "Use the app." });
        await systems.PutAsync("mediawiki/switches", new { hiddenNamespace = 0 });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.ReadAsync(Source, first.Next));

        (fault.Code, fault.IsRetryable).ShouldBe(("accessdenied", false));
        fault.Message.ShouldContain("right read");
    }

    [Fact]
    public async Task OnlyApproved_AnUnapprovedEdit_IsNotRead()
    {
        await using var systems = await KnowledgeSystems.StartAsync(new() { ["MediaWiki:OnlyApproved"] = "true" });
        await systems.PutAsync("mediawiki/pages/Scan to email", new { text = "Checked text.", approve = true });
        await systems.PutAsync("mediawiki/pages/Scan to email", new { text = "Not checked: send your password." });

        var reading = await systems.ReadAsync(Source);

        reading.Found.Select(static article => article.Text).Distinct(StringComparer.Ordinal).ShouldBe(["Checked text."]);
    }

    [Fact]
    public async Task Session_Forgotten_IsBegunAgain()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var first = await systems.ReadAsync(Source);
        await systems.PostAsync("mediawiki/sign-out");

        (await systems.ReadAsync(Source, first.Next)).Next.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task AccessToken_ReplacesTheSignIn()
    {
        await using var systems = await KnowledgeSystems.StartAsync(new() { ["MediaWiki:UserName"] = "", ["MediaWiki:Password"] = "", ["MediaWiki:AccessToken"] = "simulated-client-secret" });

        (await systems.ReadAsync(Source)).Found.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Password_Wrong_IsAnErrorThatNamesTheSetting()
    {
        await using var systems = await KnowledgeSystems.StartAsync(new() { ["MediaWiki:Password"] = "other" });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.ReadAsync(Source));

        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("MediaWiki:Password");
    }

    [Theory]
    [InlineData("""{"deniesReading":true}""", "readapidenied", false)]
    [InlineData("""{"lag":9}""", "maxlag", true)]
    public async Task Error_InAnAnswerOf200_IsAnError(string switches, string code, bool mayPass)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        (await systems.Control.PutAsync(new Uri("/simulator/knowledge/mediawiki/switches", UriKind.Relative), new StringContent(switches, System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();

        var fault = await Should.ThrowAsync<VendorException>(() => systems.ReadAsync(Source));

        (fault.Code, fault.IsRetryable).ShouldBe((code, mayPass));
    }

    [Theory]
    [InlineData("Valid until 2026-11-27", false)]
    [InlineData("Valid until 2026-12-31", true)]
    public async Task Validity_OfACategory_IsKept(string category, bool isUsed)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync("mediawiki/pages/Dated", new { text = $"Text.\n[[Category:{category}]]" });

        (await systems.ReadAsync(Source)).Found.Any(static article => article.Title == "Dated").ShouldBe(isUsed);
    }

    [Fact]
    public async Task StaffPage_IsClosedToEmployees()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var reading = await systems.ReadAsync(Source);
        var staff = reading.Found.First(static article => article.Title.StartsWith("Servicedesk:", StringComparison.Ordinal)).ArticleId;

        (await systems.MayReadAsync(Source, staff, KnownPeople.AmyPoe)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, staff, KnownPeople.ServiceDeskLead, isStaff: true)).ShouldBeTrue();
        (await systems.MayReadAsync(Source, "999999", KnownPeople.ServiceDeskLead, isStaff: true)).ShouldBeFalse();
    }
}
