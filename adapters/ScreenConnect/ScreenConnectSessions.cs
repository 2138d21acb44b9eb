using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ScreenConnect;

/// <summary>
/// Support sessions of ScreenConnect by its extension RESTful API Manager. Its secret could also run commands on every machine, so the two methods that
/// are called are a closed list here, and no text from outside ever names a method.
/// </summary>
internal sealed class ScreenConnectSessions(IHttpClientFactory clients, IOptions<ScreenConnectOptions> options, DependencyNotes notes, TimeProvider time) : IRemoteSupport
{
    /// <summary>Name of the HTTP client, of the system and of the tool.</summary>
    public const string System = "screenconnect";

    private const string Extension = "App_Extensions/2d558935-686a-4bd0-9991-07539f5fe749/Service.ashx";

    private const int SupportSession = 1;

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "ScreenConnect refuses the secret: check ScreenConnect:Secret (in Azure the vault secret screenconnect-secret), ScreenConnect:Origin, and that the extension RESTful API Manager is enabled.",
        "ScreenConnect does not answer: check ScreenConnect:SiteUrl and the firewall. Remote sessions wait.",
        "ScreenConnect has an error of its own. Remote sessions wait.");

    private enum Method
    {
        CreateSession,
        GetSessionsByName,
    }

    /// <inheritdoc />
    public string Id => System;

    /// <inheritdoc />
    public string DisplayName => "ScreenConnect";

    /// <inheritdoc />
    public async Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation)
    {
        var name = RemoteToolName.Of(draft.Ticket, draft.Key);
        if (await FindAsync(name, cancellation) is null)
        {
            try
            {
                // Session type, name, public, code, custom properties: the extension knows them by place.
                await CallAsync(Method.CreateSession, new JsonArray(SupportSession, name, true, CodeOf(name), new JsonArray()), cancellation);
            }
            catch (VendorException lost) when (VendorCall.IsInDoubt(lost) && lost.Code is "timeout" or "unreachable" or "bad-answer")
            {
                if (await FindAsync(name, cancellation) is null)
                    throw;
            }
        }

        return await FindAsync(name, cancellation) is not null ? name : throw new VendorException(System, "not-shown", "ScreenConnect took the session and does not show it.", isRetryable: true);
    }

    /// <inheritdoc />
    public async Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is not { } session)
            throw new VendorException(System, "closed", "The ScreenConnect session has ended. Ask for another one.", isRetryable: false);
        var site = Endpoint.Base(options.Value.SiteUrl);
        return new RemoteLinks(new Uri(site, $"?Code={CodeOf(reference)}"), new Uri(site, $"Host#Access/All%20Sessions//{session.Id}/Join"));
    }

    /// <inheritdoc />
    public async Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => await FindAsync(reference, cancellation) switch
    {
        null => new RemoteState(RemoteStateKind.Closed),
        { Guests: > 0 } => new RemoteState(RemoteStateKind.Active),
        _ => new RemoteState(RemoteStateKind.Waiting),
    };

    /// <summary>The secret is good.</summary>
    internal Task CheckAsync(CancellationToken cancellation) => CallAsync(Method.GetSessionsByName, new JsonArray("HelpDesk check"), cancellation);

    // Exactly one session of our name; a site that shows two, or none of our shape, is not believed.
    private async Task<(Guid Id, int Guests)?> FindAsync(string name, CancellationToken cancellation)
    {
        var answer = await CallAsync(Method.GetSessionsByName, new JsonArray(name), cancellation);
        if (answer.ValueKind != JsonValueKind.Array)
            throw BadAnswer();
        var found = answer.EnumerateArray().Where(session => session.Text("Name") == name).ToList();
        if (found.Count == 0)
            return null;
        if (found.Count > 1 || !Guid.TryParse(found[0].Text("SessionID"), out var id))
            throw BadAnswer();
        return (id, found[0].Member("GuestConnectedCount")?.TryGetDoubleLenient() is { } guests and >= 0 and < 1_000 ? (int)guests : 0);
    }

    private Task<JsonElement> CallAsync(Method method, JsonArray arguments, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => OnceAsync(method, arguments, cancellation), static fault => fault.Code is "401" or "403" or "500");

    private async Task<JsonElement> OnceAsync(Method method, JsonArray arguments, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Extension}/{method}");
        request.Headers.TryAddWithoutValidation("CTRLAuthHeader", options.Value.Secret);
        if (options.Value.Origin.Length > 0)
            request.Headers.TryAddWithoutValidation("Origin", options.Value.Origin);
        request.Content = VendorCall.Json(JsonSerializer.SerializeToUtf8Bytes(arguments));
        using var response = await VendorCall.SendAsync(client, request, System, ScreenConnectOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
            throw new VendorException(System, $"{status}", Message(status, method), status != 500 && VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        return bytes.Length == 0 ? default : LenientJson.Parse(bytes, System);
    }

    private static string Message(int status, Method method) => status switch
    {
        401 or 403 => $"ScreenConnect refuses the call ({status}): check ScreenConnect:Secret and ScreenConnect:Origin.",
        404 => "ScreenConnect does not have the extension RESTful API Manager (404): install and enable it.",
        500 => $"ScreenConnect did not take the arguments of {method} (500): the extension has another version than the one that was built for.",
        _ => $"ScreenConnect answered {status} to {method}.",
    };

    // The code that a guest enters: not to be guessed from the ticket.
    private static string CodeOf(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12];

    private static VendorException BadAnswer() => new(System, "bad-answer", "ScreenConnect answered without exactly one session of the name.", isRetryable: true);
}
