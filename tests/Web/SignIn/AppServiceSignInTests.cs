using System.Net;
using System.Security.Cryptography;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>Behind App Service Authentication: what its header says is believed only with a token that stands every check.</summary>
public sealed class AppServiceSignInTests : IAsyncLifetime
{
    private const string Wanted = "/cases";

    private IdentityProvider _provider = null!;
    private PagesHost _host = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _host = await StartAsync();
        _browser = BrowserOf(_host);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Token_InOrder_ShowsThePageWithoutACookieOfOurs()
    {
        using var answer = await GetAsync(Wanted, _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(FakeDirectory.Otto.DisplayName);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.StartsWith("helpdesk-form=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("issuer-of-another-tenant")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("no-expiry")]
    [InlineData("not-yet-valid")]
    [InlineData("other-key")]
    [InlineData("unsigned")]
    [InlineData("public-key-as-secret")]
    [InlineData("tenant")]
    [InlineData("no-tenant")]
    [InlineData("no-object-id")]
    [InlineData("object-id-is-no-guid")]
    public async Task Token_NotInOrder_IsNobody(string fault)
    {
        using var stranger = RSA.Create(2048);
        _provider.Spoil = token => Spoil(token, fault, stranger);

        using var answer = await GetAsync(Wanted, _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?return=%2Fcases");
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("a.b.c")]
    [InlineData("")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task Token_IsNone_IsNobody(string token)
    {
        using var answer = await GetAsync(Wanted, token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Token_BesideAnother_IsNobody()
    {
        using var answer = await GetAsync(Wanted, _provider.IdToken(), _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Principal_InTheOtherHeadersOnly_IsNobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Wanted);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", FakeDirectory.Otto.Id);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", FakeDirectory.Otto.UserPrincipalName);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String("{\"auth_typ\":\"aad\"}"u8));

        using var answer = await _browser.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Keys_Rolled_TheNewOneIsFetched()
    {
        (await GetAsync(Wanted, _provider.IdToken())).StatusCode.ShouldBe(HttpStatusCode.OK);
        _provider.RollKey();
        var token = _provider.IdToken();

        var status = HttpStatusCode.Unused;
        for (var end = DateTime.UtcNow.AddSeconds(20); status != HttpStatusCode.OK && DateTime.UtcNow < end;)
            status = (await GetAsync(Wanted, token)).StatusCode;
        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keys_Unreachable_503ThatNamesTheSettings()
    {
        var token = _provider.IdToken();
        await _provider.DisposeAsync();

        using var answer = await GetAsync(Wanted, token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Entra sign-in");
    }

    [Fact]
    public async Task SignIn_WithATokenThatRanOut_LeadsToThePlatformAtOnce()
    {
        _provider.Spoil = token => Spoil(token, "expired", null!);

        using var answer = await GetAsync("/sign-in?return=%2Fcases", _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/.auth/login/aad?post_login_redirect_uri=%2Fsign-in%3Fback%3D1%26return%3D%252Fcases");
    }

    [Fact]
    public async Task SignIn_BackFromThePlatform_OpensThePageThatWasWanted()
    {
        using var answer = await GetAsync("/sign-in?back=1&return=%2Fcases", _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(Wanted);
    }

    [Fact]
    public async Task SignIn_BackWithATokenThatIsNoGood_StopsThere()
    {
        _provider.Spoil = token => Spoil(token, "tenant", null!);

        using var answer = await GetAsync("/sign-in?back=1&return=%2Fcases", _provider.IdToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sign you in");
    }

    [Fact]
    public async Task Form_FromAnotherInstance_IsTakenWithTheSameSecretOnly()
    {
        // Another key of links changes nothing: cookies and forms have a key of their own.
        await using var second = await StartAsync(("HelpDesk:LinkKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        await using var stranger = await StartAsync(("SignIn:CookieKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        using var page = await GetAsync(Wanted, _provider.IdToken());
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = (await page.Content.ReadAsStringAsync()).Split("name=\"form-token\" value=\"")[1].Split('"')[0];

        (await SignOutAsync(second, cookie, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SignOutAsync(stranger, cookie, token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignOut_LeadsToThePlatforms()
    {
        using var page = await GetAsync(Wanted, _provider.IdToken());
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = (await page.Content.ReadAsStringAsync()).Split("name=\"form-token\" value=\"")[1].Split('"')[0];

        using var answer = await SignOutAsync(_host, cookie, token);

        answer.Headers.GetValues("Refresh").Single().ShouldBe("0;url=/.auth/logout?post_logout_redirect_uri=%2F");
    }

    [Theory]
    [InlineData("WEBSITE_AUTH_ENABLED", "False", "App Service Authentication is off")]
    [InlineData("WEBSITE_AUTH_ENABLED", null, "App Service Authentication is off")]
    [InlineData("SignIn:TenantId", "common", "SignIn:TenantId")]
    [InlineData("SignIn:ClientId", "", "SignIn:ClientId")]
    [InlineData("SignIn:Instance", "http://login.example", "SignIn:Instance")]
    [InlineData("SignIn:CookieKey", null, "SignIn:CookieKey")]
    [InlineData("SignIn:CookieKey", "c2hvcnQ=", "SignIn:CookieKey")]
    [InlineData("SignIn:CookieKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "not be the same as HelpDesk:LinkKey")]
    public async Task Start_WithADoorOpen_IsRefused(string setting, string? value, string fault) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync((setting, value)))).Message.ShouldContain(fault);

    private static void Spoil(SecurityTokenDescriptor token, string fault, RSA stranger)
    {
        switch (fault)
        {
            case "no-expiry": token.Expires = null; break;
            case "public-key-as-secret":
                var known = ((RsaSecurityKey)token.SigningCredentials.Key).Rsa.ExportSubjectPublicKeyInfo();
                token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(known) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256);
                break;
            default: SpoiledToken.Spoil(token, fault, stranger); break;
        }
    }

    private static HttpClient BrowserOf(PagesHost host) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

    private Task<PagesHost> StartAsync(params (string Setting, string? Value)[] settings) => PagesHost.StartAsync(
        change: services => services.RemoveAll<ISignInChoices>(),
        settings:
        [
            ("WEBSITE_AUTH_ENABLED", "True"), ("SignIn:Mode", "appservice"), ("SignIn:Instance", _provider.Address.AbsoluteUri),
            ("SignIn:TenantId", IdentityProvider.Tenant), ("SignIn:ClientId", IdentityProvider.Client), .. settings,
        ]);

    private async Task<HttpResponseMessage> GetAsync(string path, params string[] tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var token in tokens)
            request.Headers.TryAddWithoutValidation(AppServiceSignIn.TokenHeader, token);
        return await _browser.SendAsync(request);
    }

    private async Task<HttpResponseMessage> SignOutAsync(PagesHost host, string cookie, string formToken)
    {
        using var browser = BrowserOf(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.TryAddWithoutValidation(AppServiceSignIn.TokenHeader, _provider.IdToken());
        request.Headers.Add("Cookie", cookie);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = formToken });
        request.Content = form;
        return await browser.SendAsync(request);
    }
}
