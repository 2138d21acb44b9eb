using System.Net;

namespace HelpDesk.Web.Tests.Pages;

public sealed class HandOverTests
{
    private const string Url = "/hand-overs/" + Scene.HandOver;

    [Fact]
    public async Task Post_Manager_ShowsThePassOnceAndThenTellsSo()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Max);

        using var first = await client.PostAsync(Url);
        using var second = await client.PostAsync(Url);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        (await first.Content.ReadAsStringAsync()).ShouldContain(FakeMint.Secret);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadAsStringAsync()).ShouldNotContain(FakeMint.Secret);
        (await client.TextAsync(Url)).ShouldNotContain(FakeMint.Secret);
        host.Mint.Made.ShouldBe(1);
    }

    [Fact]
    public async Task Post_ServiceDesk_FirstSaysHowTheIdentityWasChecked()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Dora);

        using var without = await client.PostAsync(Url, ("note", "was here"));
        using var invented = await client.PostAsync(Url, ("check", "2"));
        using var with = await client.PostAsync(Url, ("check", "CallBack"), ("note", "was here"));

        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        invented.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Mint.Made.ShouldBe(1);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("rita")]
    public async Task Post_NotEntitled_403AndNoPass(string who)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(who == "ada" ? FakeDirectory.Ada : FakeDirectory.Rita);

        using var response = await client.PostAsync(Url, ("check", "InPerson"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Post_TooLate_410AndNoPass()
    {
        await using var host = await PagesHost.StartAsync();
        host.Time.Advance(TimeSpan.FromHours(8));
        using var client = await host.SignedInAsync(FakeDirectory.Max);

        (await client.PostAsync(Url)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        host.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Post_DirectoryMakesNone_503AndOneMayPressAgain()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Max);
        host.Mint.IsDown = true;
        (await client.PostAsync(Url)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        host.Mint.IsDown = false;

        (await client.PostAsync(Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
