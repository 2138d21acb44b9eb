using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Where a ticket stands is for who has its link and for whom it concerns; the ids of cases can be counted up.</summary>
public sealed class TrackingTests
{
    [Theory]
    [InlineData("servicenow-a1", HttpStatusCode.OK, "Waiting for approval")]
    [InlineData("servicenow-queued", HttpStatusCode.OK, "Accepted")]
    [InlineData("servicenow-zz", HttpStatusCode.NotFound, "Not found yet")]
    public async Task Link_OfTheAnswer_TellsTheStateAndNoName(string id, HttpStatusCode status, string text)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        var page = await client.TextAsync(await MovedAsync(client, host.Get<PersonLinks>().TrackingPathFor(new CaseId(id))), status);

        page.ShouldContain(text);
        page.ShouldNotContain("Rita");
        page.ShouldNotContain("Vienna");
    }

    [Fact]
    public async Task Link_OfATicketComment_OpensItsCaseOnly()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var token = host.Get<PersonLinks>().TokenFor(new CaseId(Scene.ApprovalCase));

        (await client.TextAsync($"/my/{Scene.ApprovalCase}?t={token}")).ShouldContain("Waiting for approval");
        await client.TextAsync($"/my/{Scene.HandOverCase}?t={token}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Scene.ApprovalCase)]
    [InlineData("servicenow-queued")]
    [InlineData("servicenow-zz")]
    public async Task NoLink_NotSignedIn_SaysTheSameOfEveryId(string id)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        using var bare = await client.GetAsync($"/my/{id}");
        var wrong = await client.TextAsync($"/my/{id}?t={new string('0', 32)}", HttpStatusCode.NotFound);

        bare.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        bare.Headers.Location!.OriginalString.ShouldBe($"/sign-in?return=%2Fmy%2F{id}");
        wrong.ShouldContain("This link doesn't work");
        wrong.ShouldNotContain("Accepted");
    }

    [Fact]
    public async Task NoLink_SignedIn_TheRequesterAndViewersOnly()
    {
        await using var host = await PagesHost.StartAsync();
        var requester = (await host.Get<CaseStore>().FindAsync(new CaseId(Scene.ApprovalCase), default))!.RequesterId;
        requester.ShouldBe(FakeDirectory.Rita.Id);
        using var rita = await host.SignedInAsync(FakeDirectory.Rita);
        using var norbert = await host.SignedInAsync(FakeDirectory.Norbert);
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);

        (await rita.TextAsync($"/my/{Scene.ApprovalCase}")).ShouldContain("Waiting for approval");
        (await ada.TextAsync($"/my/{Scene.ApprovalCase}")).ShouldContain("Waiting for approval");
        var other = await norbert.TextAsync($"/my/{Scene.ApprovalCase}", HttpStatusCode.NotFound);
        var none = await norbert.TextAsync("/my/servicenow-zz", HttpStatusCode.NotFound);
        var queued = await norbert.TextAsync("/my/servicenow-queued", HttpStatusCode.NotFound);
        foreach (var page in new[] { other, none, queued })
            page.ShouldContain("Not found yet");
    }

    [Fact]
    public async Task Link_OfTheAnswer_AsksForNoPerson()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var token = host.Get<PersonLinks>().TrackingPathFor(new CaseId(Scene.ApprovalCase)).Split("t=")[1];

        (await client.PostAsync($"/person/{Scene.ApprovalCase}", ("t", token))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await host.Get<PersonRequests>().FindAsync(new CaseId(Scene.ApprovalCase), default)).ShouldBeNull();
    }

    // Links that were sent before the page had this address still lead to it.
    private static async Task<string> MovedAsync(PageClient client, string path)
    {
        path.ShouldStartWith("/track/");
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }
}
