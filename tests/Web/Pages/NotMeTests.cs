using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>"This was not me": the link of every message, the button of the tracking page, and the list of whose account it is.</summary>
public sealed class NotMeTests
{
    private const string Case = Scene.ApprovalCase;

    [Fact]
    public async Task Button_OfTheTrackingPage_LeadsToTheConfirmation_AndOnlyThePostActs()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var tracking = host.Get<PersonLinks>().TrackingPathFor(new CaseId(Case)).Replace("/track/", "/my/", StringComparison.Ordinal);
        var link = host.Get<PersonLinks>().NotMeLinkFor(new CaseId(Case)).PathAndQuery;

        (await client.TextAsync(tracking)).ShouldContain($"href=\"{link}\">This was not me</a>");
        (await client.TextAsync(link)).ShouldContain("Didn't you ask for this?");
        (await SaidAsync(host)).ShouldBeFalse();
        using (var head = await client.SendAsync(HttpMethod.Head, link))
            (await SaidAsync(host)).ShouldBeFalse();

        using var said = await client.PostAsync(link.Split('?')[0], ("t", link.Split("t=")[1]));
        said.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await said.Content.ReadAsStringAsync()).ShouldContain("The request is stopped");

        (await SaidAsync(host)).ShouldBeTrue();
        host.Workflows.Started.ShouldHaveSingleItem().ShouldBe(("not-me", $"{Case}-not-me"));
        (await client.TextAsync(tracking)).ShouldNotContain("This was not me");
    }

    [Fact]
    public async Task PostedTwice_IsOnce()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var token = host.Get<PersonLinks>().NotMeTokenFor(new CaseId(Case));

        for (var i = 0; i < 2; i++)
            (await client.PostAsync($"/not-me/{Case}", ("t", token))).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Workflows.Started.Select(started => started.Instance).Distinct().ShouldHaveSingleItem();
        (await host.Get<IAuditLog>().ReadAsync(new CaseId(Case), default).CountAsync(entry => entry.Event.Kind == AuditKinds.NotMe)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("person")]
    [InlineData("track")]
    [InlineData("other")]
    [InlineData("short")]
    public async Task Token_ForgedOrOfSomethingElse_ShowsAndStopsNothing(string kind)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var links = host.Get<PersonLinks>();
        var token = kind switch
        {
            "person" => links.TokenFor(new CaseId(Case)),
            "track" => links.TrackingPathFor(new CaseId(Case)).Split("t=")[1],
            "other" => links.NotMeTokenFor(new CaseId(Scene.HandOverCase)),
            "short" => links.NotMeTokenFor(new CaseId(Case))[..31],
            _ => kind,
        };

        (await client.TextAsync($"/not-me/{Case}?t={token}", HttpStatusCode.NotFound)).ShouldContain("This link doesn't work");
        (await client.PostAsync($"/not-me/{Case}", ("t", token))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await SaidAsync(host)).ShouldBeFalse();
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_MadeWithAKeyThatWasReplaced_IsGoodForNothing()
    {
        await using var old = await PagesHost.StartAsync(settings: ("HelpDesk:LinkKey", Convert.ToBase64String([.. Enumerable.Repeat((byte)9, 32)])));
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        (await client.PostAsync($"/not-me/{Case}", ("t", old.Get<PersonLinks>().NotMeTokenFor(new CaseId(Case))))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await SaidAsync(host)).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_StopsNothing()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        using var answer = await client.PostWithoutTokenAsync($"/not-me/{Case}", ("t", host.Get<PersonLinks>().NotMeTokenFor(new CaseId(Case))));

        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await SaidAsync(host)).ShouldBeFalse();
    }

    [Fact]
    public async Task Subject_SignedIn_SeesWhatSomebodyElseFiled_AndStopsItWithoutALink()
    {
        await using var host = await PagesHost.StartAsync();
        await host.Get<SubjectCases>().AddAsync(FakeDirectory.Max.Id, new CaseId(Case), default);
        using var max = await host.SignedInAsync(FakeDirectory.Max);
        using var norbert = await host.SignedInAsync(FakeDirectory.Norbert);

        (await max.TextAsync("/not-me")).ShouldContain("INC0010023");
        (await norbert.TextAsync("/not-me")).ShouldNotContain("INC0010023");
        (await norbert.PostAsync($"/not-me/{Case}", ("t", ""))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SaidAsync(host)).ShouldBeFalse();

        (await max.PostAsync($"/not-me/{Case}", ("t", ""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Get<NotMeReports>().FindAsync(new CaseId(Case), default)).ShouldNotBeNull().By.ShouldBe($"person:{FakeDirectory.Max.Id}");
    }

    [Fact]
    public async Task TrackingPage_OfAViewerWhoseTicketItIsNot_HasNoButton_AndTheRequestersHas()
    {
        await using var host = await PagesHost.StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);
        using var rita = await host.SignedInAsync(FakeDirectory.Rita);

        (await ada.TextAsync($"/my/{Case}")).ShouldNotContain("This was not me");
        (await rita.TextAsync($"/my/{Case}")).ShouldContain("This was not me");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DirectoryDown_TheLinkStillStops(bool isSignedIn)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(isSignedIn ? FakeDirectory.Rita : null);
        host.Directory.IsDown = true;
        var link = host.Get<PersonLinks>().NotMeLinkFor(new CaseId(Case)).PathAndQuery;

        (await client.TextAsync(link)).ShouldContain("This was not me");
        (await client.PostAsync($"/not-me/{Case}", ("t", link.Split("t=")[1]))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await SaidAsync(host)).ShouldBeTrue();
    }

    private static async Task<bool> SaidAsync(PagesHost host) =>
        await host.Get<NotMeReports>().FindAsync(new CaseId(Case), default) is not null || await host.Get<PersonRequests>().FindAsync(new CaseId(Case), default) is not null;
}
