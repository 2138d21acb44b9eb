using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>
/// Calls the Action API, signed in by a bot password or an access token. The session is kept; when the wiki has forgotten it, it is begun again
/// once. Every call says that it must be signed in, so that nothing is ever read as an anonymous visitor.
/// </summary>
internal sealed class MediaWikiApi(IHttpClientFactory clients, IOptions<MediaWikiOptions> options, DependencyNotes notes, TimeProvider time) : IDisposable
{
    /// <summary>Name of the HTTP client, of the system and of the source.</summary>
    public const string System = "mediawiki";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "MediaWiki denies access: check MediaWiki:UserName and MediaWiki:Password (in Azure the vault secret mediawiki-password), or MediaWiki:AccessToken, and that the account may read. Its articles are used until they are stale.",
        "MediaWiki does not answer: check MediaWiki:ApiUrl and the firewall. Its articles are used until they are stale.",
        "MediaWiki is read-only, limits the calls or has an error of its own. Its articles are used until they are stale.");

    private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signingIn = new(1, 1);
    private bool _isSignedIn;

    /// <summary>Asks.</summary>
    /// <param name="parameters">Without format and assert.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<JsonElement> GetAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation) => NotedAsync(parameters, cancellation);

    /// <summary>Changes something. Not noted for health: reading may work while writing does not.</summary>
    /// <param name="parameters">Without format and assert; the token last.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<JsonElement> PostAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation) => SignedInAsync(parameters, isPost: true, cancellation);

    /// <inheritdoc />
    public void Dispose() => _signingIn.Dispose();

    private Task<JsonElement> NotedAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation) => notes.WatchAsync(
        System, Advice, () => SignedInAsync(parameters, isPost: false, cancellation),
        static fault => fault.Code == "readapidenied" || MediaWikiError.SignedOut.Contains(fault.Code, StringComparer.Ordinal));

    private async Task<JsonElement> SignedInAsync(IReadOnlyDictionary<string, string> parameters, bool isPost, CancellationToken cancellation)
    {
        var asserted = new Dictionary<string, string>(StringComparer.Ordinal) { ["assert"] = "user", ["maxlag"] = "5" };
        foreach (var (name, value) in parameters)
            asserted[name] = value;
        for (var attempt = 1; ; attempt++)
        {
            if (!_isSignedIn && options.Value.AccessToken.Length == 0)
                await SignInAsync(cancellation);
            try
            {
                return await SendAsync(asserted, isPost, cancellation);
            }
            catch (VendorException gone) when (attempt == 1 && options.Value.AccessToken.Length == 0 && MediaWikiError.SignedOut.Contains(gone.Code, StringComparer.Ordinal))
            {
                // The session is over; it is begun again once.
                _isSignedIn = false;
            }
        }
    }

    private async Task SignInAsync(CancellationToken cancellation)
    {
        await WorkSlot.WhileWaitingAsync(_signingIn.WaitAsync(cancellation));
        try
        {
            if (_isSignedIn)
                return;
            _cookies.Clear();
            var asked = await SendAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["meta"] = "tokens", ["type"] = "login" }, isPost: false, cancellation);
            var token = asked.Member("query")?.Member("tokens")?.Text("logintoken") ?? "";
            var answer = await SendAsync(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "login", ["lgname"] = options.Value.UserName, ["lgpassword"] = options.Value.Password, ["lgtoken"] = token }, isPost: true, cancellation);
            if (answer.Member("login")?.Text("result") != "Success")
                throw MediaWikiError.Of("assertuserfailed", null);
            _isSignedIn = true;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    private async Task<JsonElement> SendAsync(Dictionary<string, string> parameters, bool isPost, CancellationToken cancellation)
    {
        // In front, because the token of an edit must be the last.
        var form = new FormUrlEncodedContent([new("format", "json"), new("formatversion", "2"), .. parameters]);
        var query = isPost ? "" : await form.ReadAsStringAsync(cancellation);
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, new UriBuilder(options.Value.ApiUrl) { Query = query }.Uri);
        request.Headers.UserAgent.ParseAdd("HelpDesk/1.0");
        if (isPost)
            request.Content = form;
        if (options.Value.AccessToken.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        else if (!_cookies.IsEmpty)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await VendorCall.SendAsync(client, request, System, MediaWikiOptions.Section, cancellation);
        Remember(response);
        var status = (int)response.StatusCode;
        if (status != 200)
            throw new VendorException(System, $"{status}", $"MediaWiki answered {status}.", VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        var answer = LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), System);
        return MediaWikiError.CodeOf(answer) is { } code ? throw MediaWikiError.Of(code, VendorCall.RetryAfter(response, time)) : answer;
    }

    private void Remember(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var given))
            return;
        foreach (var cookie in given.Take(50))
        {
            var pair = cookie.Split(';')[0];
            if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                _cookies[pair[..equals].Trim()] = pair[(equals + 1)..].Trim();
        }
    }
}
