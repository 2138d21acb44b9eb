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
/// once. Every call says that it must be signed in, so that nothing is ever read or written as an anonymous visitor.
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
    private string? _csrf;
    private bool _isSignedIn;

    /// <summary>Asks.</summary>
    /// <param name="parameters">Without format and assert.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<JsonElement> GetAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation) => NotedAsync(parameters, isWrite: false, cancellation);

    /// <summary>Writes. The token is added; one that the wiki does not take any more is replaced once, since nothing was written by then.</summary>
    public async Task<JsonElement> WriteAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            _csrf ??= await CsrfAsync(cancellation);
            try
            {
                return await NotedAsync(new Dictionary<string, string>(parameters, StringComparer.Ordinal) { ["token"] = _csrf }, isWrite: true, cancellation);
            }
            catch (VendorException stale) when (attempt == 1 && stale.Code == "badtoken")
            {
                _csrf = null;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _signingIn.Dispose();

    private async Task<JsonElement> NotedAsync(IReadOnlyDictionary<string, string> parameters, bool isWrite, CancellationToken cancellation)
    {
        try
        {
            var answer = await SignedInAsync(parameters, isWrite, cancellation);
            notes.Worked(System);
            return answer;
        }
        catch (VendorException fault) when (fault.IsRetryable || fault.Code == "readapidenied" || MediaWikiError.SignedOut.Contains(fault.Code, StringComparer.Ordinal))
        {
            notes.Failed(System, fault, Advice);
            throw;
        }
    }

    private async Task<JsonElement> SignedInAsync(IReadOnlyDictionary<string, string> parameters, bool isWrite, CancellationToken cancellation)
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
                return await SendAsync(asserted, isWrite, cancellation);
            }
            catch (VendorException gone) when (attempt == 1 && options.Value.AccessToken.Length == 0 && MediaWikiError.SignedOut.Contains(gone.Code, StringComparer.Ordinal))
            {
                // The assertion failed, so nothing was done.
                _isSignedIn = false;
                _csrf = null;
                if (isWrite)
                    throw MediaWikiError.Of("badtoken", null);
            }
        }
    }

    private async Task<string> CsrfAsync(CancellationToken cancellation)
    {
        var answer = await SignedInAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["meta"] = "tokens", ["type"] = "csrf" }, isWrite: false, cancellation);
        // An anonymous visitor's token is only the end of one.
        return answer.Member("query")?.Member("tokens")?.TextOrNull("csrftoken") is { Length: > 2 } token ? token : throw MediaWikiError.Of("assertuserfailed", null);
    }

    private async Task SignInAsync(CancellationToken cancellation)
    {
        await WorkSlot.WhileWaitingAsync(_signingIn.WaitAsync(cancellation));
        try
        {
            if (_isSignedIn)
                return;
            _cookies.Clear();
            var asked = await SendAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["meta"] = "tokens", ["type"] = "login" }, isWrite: false, cancellation);
            var token = asked.Member("query")?.Member("tokens")?.Text("logintoken") ?? "";
            var answer = await SendAsync(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "login", ["lgname"] = options.Value.UserName, ["lgpassword"] = options.Value.Password, ["lgtoken"] = token }, isWrite: true, cancellation);
            if (answer.Member("login")?.Text("result") != "Success")
                throw MediaWikiError.Of("assertuserfailed", null);
            _isSignedIn = true;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    private async Task<JsonElement> SendAsync(Dictionary<string, string> parameters, bool isWrite, CancellationToken cancellation)
    {
        parameters["format"] = "json";
        parameters["formatversion"] = "2";
        // The token is the last: a request that was cut off then fails instead of saving half a page.
        var form = new FormUrlEncodedContent(parameters.OrderBy(static parameter => parameter.Key == "token" ? 1 : 0));
        var query = isWrite ? "" : await form.ReadAsStringAsync(cancellation);
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(isWrite ? HttpMethod.Post : HttpMethod.Get, new UriBuilder(options.Value.ApiUrl) { Query = query }.Uri);
        request.Headers.UserAgent.ParseAdd("HelpDesk/1.0");
        if (isWrite)
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
