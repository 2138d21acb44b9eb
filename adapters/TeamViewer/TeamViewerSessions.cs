using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamViewer;

/// <summary>Session codes of TeamViewer. Our key is in <c>custom_api</c>, by which a code whose making had no answer is found again.</summary>
internal sealed class TeamViewerSessions(IHttpClientFactory clients, IOptions<TeamViewerOptions> options, DependencyNotes notes, TimeProvider time) : IRemoteSupport
{
    /// <summary>Name of the HTTP client, of the system and of the tool.</summary>
    public const string System = "teamviewer";

    private const int MostListed = 1_000;

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "TeamViewer refuses the token: check TeamViewer:Token (in Azure the vault secret teamviewer-token; expired or withdrawn?) and that it may create, view and edit session codes.",
        "TeamViewer does not answer: check TeamViewer:ApiUrl and the firewall. Remote sessions wait.",
        "TeamViewer throttles the calls or has an error of its own. Remote sessions wait.");

    /// <inheritdoc />
    public string Id => System;

    /// <inheritdoc />
    public string DisplayName => "TeamViewer";

    /// <inheritdoc />
    public async Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation)
    {
        if (await FindAsync(draft.Key, cancellation) is { } known)
            return known;
        var body = new JsonObject
        {
            ["groupname"] = options.Value.GroupName, ["description"] = RemoteToolName.Of(draft.Ticket, draft.Key), ["end_customer"] = new JsonObject { ["name"] = OutgoingText.Clean(draft.Ticket, 40) },
            ["assigned_userid"] = "u0", ["custom_api"] = draft.Key,
        };
        try
        {
            return CodeOf(await SendAsync(HttpMethod.Post, "sessions", body, cancellation)) ?? throw BadAnswer();
        }
        catch (VendorException lost) when (VendorCall.IsInDoubt(lost))
        {
            if (await FindAsync(draft.Key, cancellation) is not { } made)
                throw;
            return made;
        }
    }

    /// <inheritdoc />
    public async Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation)
    {
        var session = await ReadSessionAsync(reference, cancellation);
        if (session.Text("state") != "Open" || IsOver(session))
            throw new VendorException(System, "closed", "The TeamViewer session is closed or has expired. Ask for another one.", isRetryable: false);
        return new RemoteLinks(LinkOf(session, "end_customer_link"), LinkOf(session, "supporter_link"));
    }

    /// <inheritdoc />
    public async Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation)
    {
        var session = await ReadSessionAsync(reference, cancellation);
        if (session.Text("state") != "Open")
            return new RemoteState(RemoteStateKind.Closed, TimeOf(session, "started_at"), TimeOf(session, "closed_at"));
        if (IsOver(session))
            return new RemoteState(RemoteStateKind.Expired, null, TimeOf(session, "valid_until"));
        return TimeOf(session, "started_at") is { } started ? new RemoteState(RemoteStateKind.Active, started) : new RemoteState(RemoteStateKind.Waiting);
    }

    /// <inheritdoc />
    public async Task<bool> CloseAsync(string reference, CancellationToken cancellation)
    {
        await SendAsync(HttpMethod.Put, $"sessions/{Checked(reference)}", new JsonObject { ["state"] = "Closed" }, cancellation);
        return true;
    }

    /// <summary>The token is good.</summary>
    internal Task PingAsync(CancellationToken cancellation) => SendAsync(HttpMethod.Get, "ping", null, cancellation);

    private async Task<string?> FindAsync(string key, CancellationToken cancellation)
    {
        var offset = "";
        for (var seen = 0; seen < MostListed;)
        {
            var page = await SendAsync(HttpMethod.Get, $"sessions?state=open&full_list=true{offset}", null, cancellation);
            var rows = page.Items("sessions").ToList();
            if (rows.Find(row => row.Text("custom_api") == key) is { ValueKind: JsonValueKind.Object } found)
                return CodeOf(found);
            if (page.TextOrNull("next_offset") is not { } next || rows.Count == 0)
                return null;
            seen += rows.Count;
            offset = $"&offset={Uri.EscapeDataString(next)}";
        }

        return null;
    }

    private Task<JsonElement> ReadSessionAsync(string reference, CancellationToken cancellation) => SendAsync(HttpMethod.Get, $"sessions/{Checked(reference)}", null, cancellation);

    private Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => OnceAsync(method, path, body, cancellation));

    private async Task<JsonElement> OnceAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Token);
        if (body is not null)
            request.Content = VendorCall.Json(JsonSerializer.SerializeToUtf8Bytes(body));
        using var response = await VendorCall.SendAsync(client, request, System, TeamViewerOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
            throw new VendorException(System, $"{status}", Message(status), VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        return bytes.Length == 0 ? default : LenientJson.Parse(bytes, System);
    }

    private static string Message(int status) => status switch
    {
        401 => "TeamViewer does not take the token any more (401): set a new TeamViewer:Token.",
        403 => "TeamViewer forbids it (403): the token of TeamViewer:Token needs the rights to create, view and edit session codes.",
        404 => "TeamViewer does not know this session any more (404).",
        429 => "TeamViewer limits the calls of this token (429). The session is made as soon as it takes calls again.",
        _ => $"TeamViewer answered {status}.",
    };

    private bool IsOver(JsonElement session) => TimeOf(session, "valid_until") is { } until && until <= time.GetUtcNow();

    private static string Checked(string reference) => IsCode(reference) ? reference : throw BadAnswer();

    private static bool IsCode(string code) => code.Length is > 3 and <= 40 && code[0] == 's' && code.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string? CodeOf(JsonElement session) => session.Text("code") is var code && IsCode(code) ? code : null;

    private static Uri LinkOf(JsonElement session, string member) =>
        Uri.TryCreate(session.Text(member), UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link is { Scheme: "http", IsLoopback: true }) ? link : throw BadAnswer();

    private static DateTimeOffset? TimeOf(JsonElement session, string member) =>
        DateTimeOffset.TryParse(session.Text(member), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static VendorException BadAnswer() => new(System, "bad-answer", "TeamViewer answered without a session code or link.", isRetryable: true);
}
