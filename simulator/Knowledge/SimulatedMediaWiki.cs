using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>Simulated MediaWiki: the Action API with sign-in by a bot password, tokens, and errors in answers of status 200.</summary>
public sealed partial class SimulatedMediaWiki(WikiStore wiki, SimulatorOptions options)
{
    /// <summary>Address of the Action API below the simulator.</summary>
    public const string Api = "/mediawiki/api.php";

    /// <summary>Address of pages below the simulator.</summary>
    public const string Pages = "/mediawiki/page/";

    /// <summary>Name of the bot password.</summary>
    public const string UserName = "Helpdesk@bot";

    /// <summary>Namespace of the service desk.</summary>
    public const int StaffNamespace = 3_000;

    /// <summary>Namespace of drafts.</summary>
    public const int DraftNamespace = 3_002;

    private const string Session = "wiki_session";
    private const string BotUser = "Helpdesk";

    private readonly ConcurrentDictionary<string, Known> _sessions = new(StringComparer.Ordinal);

    private sealed record Known(string LoginToken, bool IsSignedIn, string CsrfToken);

    /// <summary>Forgets all sessions.</summary>
    public void SignOutAll() => _sessions.Clear();

    /// <summary>Makes all tokens old; the sessions stay.</summary>
    public void DropTokens()
    {
        foreach (var (id, session) in _sessions)
            _sessions[id] = session with { CsrfToken = Token() };
    }

    /// <summary>Answers a call.</summary>
    public async Task<IResult> CallAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        string Of(string name) => form?[name].ToString() is { Length: > 0 } posted ? posted : request.Query[name].ToString();
        if (Of("format") != "json" || Of("formatversion") != "2")
            return Results.Content("<html><body>api help</body></html>", "text/html");
        var isBearer = request.Headers.Authorization.ToString() == $"Bearer {options.ClientSecret}";
        var id = request.Cookies[Session];
        var session = id is not null && _sessions.TryGetValue(id, out var kept) ? kept : null;
        var isSignedIn = isBearer || session?.IsSignedIn == true;
        if (Of("assert") == "user" && !isSignedIn)
            return Error("assertuserfailed", "You are no longer logged in, so the action could not be completed.");
        if (int.TryParse(Of("maxlag"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && wiki.Switches.Lag > most)
        {
            request.HttpContext.Response.Headers.RetryAfter = "5";
            return Error("maxlag", $"Waiting for a database server: {wiki.Switches.Lag} seconds lagged.");
        }

        return Of("action") switch
        {
            "query" when Of("meta") == "tokens" => Tokens(request, Of("type"), id, session, isBearer),
            "login" when form is not null => Login(request, Of("lgname"), Of("lgpassword"), Of("lgtoken"), id, session),
            "query" when wiki.Switches.DeniesReading || !isSignedIn => Error("readapidenied", "You need read permission to use this module."),
            "query" when Of("meta") == "siteinfo" => Results.Json(new { query = new { general = new { sitename = "Contoso Wiki", generator = "MediaWiki 1.43.0" } } }),
            "query" when Of("list") == "allpages" => AllPages(Of("apnamespace"), Of("apfilterredir"), Of("aplimit"), Of("apcontinue")),
            "query" when Of("list") == "recentchanges" => Recent(Of("rcstart"), Of("rclimit"), Of("rccontinue")),
            "query" when Of("prop").Contains("revisions", StringComparison.Ordinal) => Revisions(Of("revids"), Of("titles"), Of("pageids")),
            "query" => Info(Of("pageids"), Of("titles"), Of("prop")),
            "edit" when form is null => Error("mustbeposted", "The edit module requires a POST request."),
            "edit" => Edit(Of, isBearer || (session is not null && session.CsrfToken == Of("token"))),
            _ => Error("badvalue", "Unrecognized value for parameter action."),
        };
    }

    private IResult Tokens(HttpRequest request, string type, string? id, Known? session, bool isBearer)
    {
        if (session is null || id is null)
        {
            id = Token();
            session = new Known(Token() + "+\\", IsSignedIn: false, "+\\");
            _sessions[id] = session;
            request.HttpContext.Response.Cookies.Append(Session, id, new CookieOptions { HttpOnly = true, Path = "/" });
        }

        return type == "login" ? Results.Json(new { query = new { tokens = new { logintoken = session.LoginToken } } })
            : Results.Json(new { query = new { tokens = new { csrftoken = isBearer ? $"{Token()}+\\" : session.CsrfToken } } });
    }

    private IResult Login(HttpRequest request, string name, string password, string token, string? id, Known? session)
    {
        if (session is null || id is null || token != session.LoginToken)
            return Results.Json(new { login = new { result = "WrongToken" } });
        if (name != UserName || password != options.ClientSecret)
            return Results.Json(new { login = new { result = "Failed", reason = "Incorrect username or password entered." } });
        var next = Token();
        _sessions.TryRemove(id, out _);
        _sessions[next] = new Known(Token(), IsSignedIn: true, $"{Token()}+\\");
        request.HttpContext.Response.Cookies.Append(Session, next, new CookieOptions { HttpOnly = true, Path = "/" });
        return Results.Json(new { login = new { result = "Success", lguserid = 7, lgusername = BotUser } });
    }

    private IResult AllPages(string number, string filter, string limit, string from)
    {
        var ns = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var most = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 500) : 10;
        var found = wiki.Pages.Where(page => !page.IsDeleted && page.Namespace == ns && (filter != "nonredirects" || !page.IsRedirect) && string.CompareOrdinal(page.Title, from) >= 0).ToList();
        var shown = found.Take(most).Select(static page => new { pageid = page.Id, ns = page.Namespace, title = page.Title });
        return found.Count > most
            ? Results.Json(new { @continue = new { apcontinue = found[most].Title, @continue = "-||" }, query = new { allpages = shown } })
            : Results.Json(new { batchcomplete = true, query = new { allpages = shown } });
    }

    private IResult Recent(string start, string limit, string from)
    {
        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            return Error("badtimestamp_rcstart", "Invalid value for timestamp parameter rcstart.");
        var most = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 500) : 10;
        var after = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var found = wiki.Changes.Where(change => change.At >= since && change.Id >= after && (change.At >= wiki.Now.AddDays(-30))).ToList();
        var shown = found.Take(most).Select(static change => new
        {
            type = change.Type, ns = change.Namespace, title = change.Title, pageid = change.PageId, rcid = change.Id, timestamp = change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), logtype = change.Log,
        });
        return found.Count > most
            ? Results.Json(new { @continue = new { rccontinue = $"{found[most].Id}", @continue = "-||" }, query = new { recentchanges = shown } })
            : Results.Json(new { batchcomplete = true, query = new { recentchanges = shown } });
    }

    private IResult Info(string ids, string titles, string prop)
    {
        var page = ids.Length > 0 ? wiki.Page(Number(ids)) : wiki.Titled(titles);
        if (page is null or { IsDeleted: true })
            return Results.Json(new { query = new { pages = new object[] { ids.Length > 0 ? new { pageid = Number(ids), missing = true } : new { ns = WikiStore.NamespaceOf(titles), title = WikiStore.Normal(titles), missing = true } } } });
        var shown = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["pageid"] = page.Id, ["ns"] = page.Namespace, ["title"] = page.Title, ["contentmodel"] = "wikitext", ["pagelanguage"] = page.Language, ["lastrevid"] = page.Latest.Id, ["length"] = page.Latest.Text.Length,
        };
        if (page.IsRedirect)
            shown["redirect"] = true;
        if (prop.Contains("flagged", StringComparison.Ordinal) && page.Approved is { } approved)
            shown["flagged"] = new { stable_revid = approved, level = 0 };
        return Results.Json(new { batchcomplete = true, query = new { pages = new[] { shown } } });
    }

    private IResult Revisions(string revids, string titles, string ids)
    {
        var page = revids.Length > 0 ? wiki.OfRevision(Number(revids)) : ids.Length > 0 ? wiki.Page(Number(ids)) : wiki.Titled(titles);
        if (page is null or { IsDeleted: true })
            return Results.Json(new { query = new { pages = new object[] { new { title = WikiStore.Normal(titles), missing = true } } } });
        // Content is not given to who may not read its page.
        if (page.Namespace == wiki.Switches.HiddenNamespace)
            return Error("accessdenied", "You are not authorized to view this page.");
        var revision = revids.Length > 0 ? page.Revisions.First(one => one.Id == Number(revids)) : page.Latest;
        return Results.Json(new
        {
            query = new
            {
                pages = new[]
                {
                    new
                    {
                        pageid = page.Id, ns = page.Namespace, title = page.Title,
                        revisions = new[] { new { revid = revision.Id, user = revision.User, timestamp = Time(revision.At), slots = new { main = new { contentmodel = "wikitext", contentformat = "text/x-wiki", content = revision.Text } } } },
                    },
                },
            },
        });
    }

    private IResult Edit(Func<string, string> of, bool hasToken)
    {
        var switches = wiki.Switches;
        if (switches.IsReadOnly)
            return Error("readonly", "The wiki is currently in read-only mode.");
        if (switches.IsRateLimited)
            return Error("ratelimited", "You've exceeded your rate limit. Please wait some time and try again.");
        if (!hasToken)
            return Error("badtoken", "Invalid CSRF token.");
        if (switches.DeniesWriting)
            return Error("permissiondenied", "You don't have permission to create new pages.");
        if (switches.BeforeNextEdit is { } person && of("nocreate").Length > 0)
        {
            wiki.Switches = switches with { BeforeNextEdit = null };
            wiki.Change(of("title"), person);
        }

        var known = of("pageid") is { Length: > 0 } id ? wiki.Page(Number(id)) : wiki.Titled(of("title"));
        var title = known?.Title ?? WikiStore.Normal(of("title"));
        var isThere = known is { IsDeleted: false };
        if (title.Length == 0 || InvalidTitle().IsMatch(title))
            return Error("invalidtitle", "Bad title.");
        if (switches.AsksCaptcha)
            return Results.Json(new { edit = new { result = "Failure", captcha = new { type = "math", mime = "text/tex", id = "1", question = "3+4" } } });
        if (of("createonly").Length > 0 && isThere)
            return Error("articleexists", "The article you tried to create has been created already.");
        if (of("nocreate").Length > 0 && !isThere)
            return Error("missingtitle", "The page you specified doesn't exist.");
        if (System.Text.Encoding.UTF8.GetByteCount(of("text")) > switches.LargestPage)
            return Error("contenttoobig", $"The content you supplied exceeds the article size limit of {switches.LargestPage / 1024} kilobytes.");
        if (isThere && of("baserevid") is { Length: > 0 } based && Number(based) != known!.Latest.Id)
            return Error("editconflict", "Edit conflict: someone else edited it.");
        if (isThere && known!.Latest.Text == of("text").TrimEnd())
            return Results.Json(new { edit = new { result = "Success", pageid = known.Id, title, contentmodel = "wikitext", nochange = true } });
        var saved = wiki.Save(title, of("text").TrimEnd(), BotUser, of("summary"));
        return Results.Json(new { edit = new { result = "Success", pageid = saved.Id, title, contentmodel = "wikitext", oldrevid = saved.Revisions.Count > 1 ? saved.Revisions[^2].Id : 0, newrevid = saved.Latest.Id, newtimestamp = Time(saved.Latest.At) } });
    }

    private static int Number(string text) => int.TryParse(text.Split('|')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Token() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static IResult Error(string code, string info) => Results.Json(new { error = new { code, info, docref = "See api.php for API usage." } });

    [GeneratedRegex(@"[#<>\[\]|{}\n]", RegexOptions.NonBacktracking)]
    private static partial Regex InvalidTitle();
}
