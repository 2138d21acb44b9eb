using System.Net;
using System.Security.Cryptography;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>Sign-in against a provider that speaks OpenID Connect over HTTP: the real client of ASP.NET, nothing replaced.</summary>
public sealed class OpenIdSignInTests : IAsyncLifetime
{
    private const string Wanted = "/cases";

    private IdentityProvider _provider = null!;
    private PagesHost _host = null!;
    private CookieKeeper _cookies = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _host = await PagesHost.StartAsync(
            change: services => services.RemoveAll<ISignInChoices>(),
            settings:
            [
                ("SignIn:Mode", "openid"), ("SignIn:Instance", _provider.Address.AbsoluteUri), ("SignIn:TenantId", IdentityProvider.Tenant),
                ("SignIn:ClientId", IdentityProvider.Client), ("SignIn:ClientSecret", IdentityProvider.Secret),
            ]);
        _cookies = new CookieKeeper(_host.Address);
        _browser = new HttpClient(_cookies) { BaseAddress = _host.Address };
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_TokenInOrder_OpensThePageThatWasWanted()
    {
        using var answer = await SignInAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        answer.Headers.Location!.OriginalString.ShouldBe(Wanted);
        (await _browser.GetStringAsync(Wanted)).ShouldContain(FakeDirectory.Otto.DisplayName);
        _provider.Exchanged.ShouldBe(1);
    }

    [Fact]
    public async Task SignIn_TokenInOrder_CookieLastsAndHoldsNoToken()
    {
        using var answer = await SignInAsync();

        _cookies.Cookies.Keys.ShouldBe(["helpdesk-person"], ignoreOrder: true);
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("helpdesk-person=", StringComparison.Ordinal)).ShouldContain("httponly", Case.Insensitive);
        // Three claims, protected; a token alone is longer.
        _cookies.Cookies["helpdesk-person"].Length.ShouldBeLessThan(1_200);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("issuer-of-another-tenant")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("not-yet-valid")]
    [InlineData("other-key")]
    [InlineData("unsigned")]
    [InlineData("nonce")]
    [InlineData("no-nonce")]
    [InlineData("tenant")]
    [InlineData("no-tenant")]
    [InlineData("no-object-id")]
    [InlineData("object-id-is-no-guid")]
    public async Task SignIn_TokenNotInOrder_401AndNobodyIsSignedIn(string fault)
    {
        using var stranger = RSA.Create(2048);
        _provider.Spoil = token => SpoiledToken.Spoil(token, fault, stranger);

        using var answer = await SignInAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sign you in");
        _provider.Exchanged.ShouldBe(1, "the fault must be found in the token, not before it");
        await NobodyIsSignedInAsync();
    }

    [Fact]
    public async Task Callback_InAnotherBrowser_401()
    {
        var callback = await CallbackAsync();
        _cookies.Cookies.Clear();

        using var answer = await _browser.GetAsync(callback);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _provider.Exchanged.ShouldBe(0);
        await NobodyIsSignedInAsync();
    }

    [Fact]
    public async Task Callback_Twice_SecondIs401()
    {
        var callback = await CallbackAsync();
        (await _browser.GetAsync(callback)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        _cookies.Cookies.Clear();

        (await _browser.GetAsync(callback)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await NobodyIsSignedInAsync();
    }

    [Theory]
    [InlineData("code=1&state=made-up")]
    [InlineData("code=1")]
    [InlineData("")]
    [InlineData("error=access_denied&error_description=%3Cscript%3E&state=made-up")]
    [InlineData("id_token=a.b.c&state=made-up")]
    public async Task Callback_NobodyAskedFor_401WithoutWhatItSaid(string query)
    {
        using var answer = await _browser.GetAsync($"{SignInOptions.CallbackPath}?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>");
        await NobodyIsSignedInAsync();
    }

    [Fact]
    public async Task Post_AsASimulatedPerson_404()
    {
        (await _browser.GetStringAsync("/sign-in")).ShouldNotContain("name=\"person\"");
        // A page that everybody can open and that has a form.
        var page = await _browser.GetStringAsync($"/person/{Scene.ApprovalCase}?t={_host.Get<PersonLinks>().TokenFor(new CaseId(Scene.ApprovalCase))}");
        var token = page.Split("name=\"form-token\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["person"] = FakeDirectory.Otto.Id });

        (await _browser.PostAsync("/sign-in", form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await NobodyIsSignedInAsync();
    }

    private async Task<HttpResponseMessage> SignInAsync() => await _browser.GetAsync(await CallbackAsync());

    // From the page that was wanted over sign-in and the provider to where the provider sends the browser back to.
    private async Task<Uri> CallbackAsync()
    {
        using var wanted = await _browser.GetAsync(Wanted);
        wanted.Headers.Location!.OriginalString.ShouldBe("/sign-in?return=%2Fcases");
        using var challenge = await _browser.GetAsync("/sign-in?go=1&return=%2Fcases");
        challenge.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var provider = await _browser.GetAsync(challenge.Headers.Location);
        provider.StatusCode.ShouldBe(HttpStatusCode.Redirect, await provider.Content.ReadAsStringAsync());
        provider.Headers.Location!.AbsolutePath.ShouldBe(SignInOptions.CallbackPath);
        return provider.Headers.Location;
    }

    private async Task NobodyIsSignedInAsync()
    {
        _cookies.Cookies.ShouldNotContainKey("helpdesk-person");
        (await _browser.GetAsync(Wanted)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
