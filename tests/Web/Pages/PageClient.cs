using System.Net;
using System.Text.RegularExpressions;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A browser without a screen: keeps cookies, follows nothing, and takes the anti-forgery token from the page it is on.</summary>
public sealed partial class PageClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => _http.SendAsync(new HttpRequestMessage(method, path));

    public async Task<string> TextAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(status, path);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts a form with the token of the sign-in page, which everybody can open.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync("/sign-in");
        var token = TokenPattern().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        token.ShouldNotBeEmpty();
        return await PostWithoutTokenAsync(path, [.. fields, ("form-token", token)]);
    }

    public Task<HttpResponseMessage> PostWithoutTokenAsync(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TokenPattern();
}
