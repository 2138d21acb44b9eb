using System.Globalization;
using HelpDesk.Adapters.Tests.Knowledge;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Confluence;

/// <summary>Pages of Confluence: the published ones of our spaces, and for each reader the right that Confluence itself gives.</summary>
public sealed class ConfluenceKnowledgeTests
{
    private const string Source = "confluence";
    private const string Calendar = "131201";

    [Fact]
    public async Task FirstReading_GivesPublishedPages_WithWhatTheLabelsSay()
    {
        await using var systems = await KnowledgeSystems.StartAsync();

        var reading = await systems.ReadAsync(Source);

        reading.Found.Select(static article => article.ArticleId).Order(StringComparer.Ordinal).ShouldBe(["131201", "131202", "131203", "131204", "131206"]);
        reading.Found.ShouldAllBe(static article => article.Audience == KnowledgeAudience.Restricted);
        reading.All.ShouldNotBeNull().ShouldNotContain("131205");
        reading.One("Configurar el correo en el móvil").ShouldSatisfyAllConditions(
            spanish => spanish.Language.ShouldBe("es"), spanish => spanish.Tags.ShouldBe(["outlook"]), spanish => spanish.Text.ShouldContain("```\nservidor: outlook.office365.com\n```"));
        reading.One("Teilen Sie Ihren Kalender mit einer Kollegin").TranslationOf.ShouldBe(Calendar);
        reading.One("Share your calendar with a colleague").Link.AbsoluteUri.ShouldEndWith("/confluence/wiki/spaces/IT/pages/131201");
    }

    [Fact]
    public async Task Reader_IsAskedOfConfluence_WithSpaceAndInheritedRestrictions()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeTrue();
        (await systems.MayReadAsync(Source, "131204", KnownPeople.AmyPoe)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, "131204", KnownPeople.FinanceManager)).ShouldBeTrue();

        await systems.PutAsync($"confluence/pages/{Calendar}", new { parentId = "131204" });

        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task Restriction_SetAfterTheReading_CountsAtOnce()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeTrue();

        await systems.PutAsync("confluence/spaces/IT", new { id = "98311", key = "IT", name = "IT help", readers = new[] { KnownPeople.ItManager.Mail } });

        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Right_ThatCannotBeAsked_IsNone(bool mayNotAsk, bool hidesMail)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync("confluence/switches", new { mayNotAskForOthers = mayNotAsk, hiddenMails = hidesMail ? new[] { KnownPeople.AmyPoe.Mail } : [] });

        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task StaffSpace_IsClosedToEmployees_WhateverConfluenceAllows()
    {
        await using var systems = await KnowledgeSystems.StartAsync();

        (await systems.MayReadAsync(Source, "131206", KnownPeople.AmyPoe)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, "131206", KnownPeople.ServiceDeskLead, isStaff: true)).ShouldBeTrue();
    }

    [Fact]
    public async Task Page_ChangedArchivedOrDeleted_IsSeen()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var first = await systems.ReadAsync(Source);
        systems.Time.Advance(TimeSpan.FromMinutes(1));

        await systems.PutAsync($"confluence/pages/{Calendar}", new { body = "<p>New way.</p>" });
        await systems.PutAsync("confluence/pages/131202", new { status = "archived" });
        await systems.DeleteAsync("confluence/pages/131203");

        var second = await systems.ReadAsync(Source, first.Next);
        second.One("Share your calendar with a colleague").ShouldSatisfyAllConditions(changed => changed.Text.ShouldBe("New way."), changed => changed.Version.ShouldBe("2"));
        systems.Time.Advance(TimeSpan.FromMinutes(15));
        (await systems.ReadAsync(Source, second.Next)).All.ShouldNotBeNull().Order(StringComparer.Ordinal).ShouldBe(["131201", "131204", "131206"]);
    }

    [Fact]
    public async Task Space_Deleted_TakesItsPagesAway_AndTheOthersStay()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var first = await systems.ReadAsync(Source);
        await systems.PutAsync("confluence/spaces/IT", new { id = "98311", key = "IT", name = "IT help", isDeleted = true });

        (await systems.ReadAsync(Source, first.Next)).All.ShouldNotBeNull().ShouldBe(["131206"]);
        (await systems.MayReadAsync(Source, Calendar, KnownPeople.AmyPoe)).ShouldBeFalse();
        var probe = systems.Product.GetServices<DependencyProbe>().Single(static one => one.Name == Source);
        (await Should.ThrowAsync<VendorException>(() => probe.AskAsync!(default))).Message.ShouldContain("Confluence:Spaces");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_MoreThanOnePage_AreAllRead_AlsoWhenACursorIsTooOld(bool refusesCursors)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        for (var number = 0; number < 20; number++)
            await systems.PutAsync(string.Create(CultureInfo.InvariantCulture, $"confluence/pages/14{number:0000}"), new { spaceId = "98311", title = $"Page {number}", body = "<p>x</p>" });
        if (!refusesCursors)
        {
            for (var number = 20; number < 60; number++)
                await systems.PutAsync(string.Create(CultureInfo.InvariantCulture, $"confluence/pages/14{number:0000}"), new { spaceId = "98311", title = $"Page {number}", body = "<p>x</p>" });
        }

        await systems.PutAsync("confluence/switches", new { refusesCursors });

        var reading = await systems.ReadAsync(Source);

        reading.Found.Select(static article => article.ArticleId).Distinct(StringComparer.Ordinal).Count().ShouldBe(refusesCursors ? 25 : 65);
    }

    [Theory]
    [InlineData("valid-until-2026-11-27", false)]
    [InlineData("valid-until-2026-11-28", true)]
    [InlineData("valid-until-2026-12-31", true)]
    public async Task Validity_OfALabel_IsKept(string label, bool isUsed)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"confluence/pages/{Calendar}", new { labels = new[] { label } });

        (await systems.ReadAsync(Source)).Found.Any(static article => article.ArticleId == Calendar).ShouldBe(isUsed);
    }

    [Fact]
    public async Task Page_LargerThanIsRead_IsNamedToItsOwner_AndTheOthersAreRead()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"confluence/pages/{Calendar}", new { body = $"<table><tr><td>{new string('x', 9 * 1024 * 1024)}</td></tr></table>" });

        var reading = await systems.ReadAsync(Source);

        reading.Found.Count.ShouldBe(5);
        reading.One("Share your calendar with a colleague").ShouldSatisfyAllConditions(article => article.Text.ShouldBeEmpty(), article => article.Warnings.ShouldHaveSingleItem().ShouldContain("larger than 8 MB"));
    }

    [Fact]
    public async Task Validity_ThatCannotBeRead_IsOverAndNoted()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"confluence/pages/{Calendar}", new { labels = new[] { "valid-until-soon" } });

        (await systems.ReadAsync(Source)).One("Share your calendar with a colleague").ShouldSatisfyAllConditions(
            article => article.ValidUntil.ShouldNotBeNull().ShouldBeLessThan(systems.Time.GetUtcNow()), article => article.Warnings.ShouldHaveSingleItem().ShouldContain("valid-until-"));
    }

    [Fact]
    public async Task Token_Wrong_IsAnErrorThatNamesTheSetting()
    {
        await using var systems = await KnowledgeSystems.StartAsync(new() { ["Confluence:ApiToken"] = "other" });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.ReadAsync(Source));

        (fault.Code, fault.IsRetryable).ShouldBe(("401", false));
        fault.Message.ShouldContain("Confluence:ApiToken");
    }

    [Theory]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.DropBefore)]
    public async Task Confluence_Away_IsAFaultThatMayPass(FaultKind kind)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        systems.Fault(Source, kind);

        (await Should.ThrowAsync<VendorException>(() => systems.ReadAsync(Source))).IsRetryable.ShouldBeTrue();
    }
}
