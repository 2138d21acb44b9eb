using System.Text;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Rescue;

/// <summary>
/// PIN codes of LogMeIn Rescue. The interface answers plain text with status 200 whatever happened: only a first line <c>OK</c> is one. A code whose making
/// had no answer was given to no one and expires by itself. What becomes of a session it does not say.
/// </summary>
internal sealed class RescueSessions(IHttpClientFactory clients, IOptions<RescueOptions> options, DependencyNotes notes) : IRemoteSupport
{
    /// <summary>Name of the HTTP client, of the system and of the tool.</summary>
    public const string System = "rescue";

    private const string Pin = "PINCODE:";

    /// <summary>What health says when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "Rescue refuses the authentication code: set a new Rescue:AuthCode (in Azure the vault secret rescue-auth-code); a changed password ends the old one.",
        "Rescue does not answer: check Rescue:ApiUrl and the firewall. Remote sessions wait.",
        "Rescue has an error of its own. Remote sessions wait.");

    /// <inheritdoc />
    public string Id => System;

    /// <inheritdoc />
    public string DisplayName => "LogMeIn Rescue";

    /// <inheritdoc />
    public Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation) =>
        notes.WatchAsync(System, Advice, () => MakeAsync(draft, cancellation), static _ => true);

    private async Task<string> MakeAsync(RemoteSessionDraft draft, CancellationToken cancellation)
    {
        var lines = await AskAsync($"requestPINCode.aspx?notechconsole=1&authcode={Uri.EscapeDataString(options.Value.AuthCode)}&cfield0={Uri.EscapeDataString(draft.Ticket)}&tracking0={Uri.EscapeDataString(draft.Key)}", cancellation);
        var pin = lines.Skip(1).FirstOrDefault(static line => line.StartsWith(Pin, StringComparison.Ordinal))?[Pin.Length..].Trim() ?? "";
        return IsPin(pin) ? pin : throw new VendorException(System, "bad-answer", "Rescue answered OK without a PIN code.", isRetryable: true);
    }

    /// <inheritdoc />
    public Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation)
    {
        if (!IsPin(reference))
            throw new VendorException(System, "closed", "This is no session of Rescue.", isRetryable: false);
        return Task.FromResult(new RemoteLinks(new UriBuilder(options.Value.CustomerUrl) { Query = $"i=2&Code={reference}" }.Uri, new Uri(options.Value.ConsoleUrl)));
    }

    /// <inheritdoc />
    public Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteState(RemoteStateKind.Unknown));

    private async Task<string[]> AskAsync(string path, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(System);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await VendorCall.SendAsync(client, request, System, RescueOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (status != 200)
            throw new VendorException(System, $"{status}", $"Rescue answered {status}.", VendorCall.IsRetryable(status));
        var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellation)).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = lines.FirstOrDefault() ?? "";
        if (first == "OK")
            return lines;
        // A code of letters is Rescue's own; anything else is a page of something in between.
        var isCode = first.Length is > 0 and <= 60 && first.All(static letter => char.IsAsciiLetterUpper(letter) || letter == '_');
        throw first switch
        {
            "NOTLOGGEDIN" or "INVALIDCREDENTIALS" or "INVALID_AUTHCODE" => new VendorException(System, "401", $"Rescue refuses the authentication code ({first}): set a new Rescue:AuthCode.", isRetryable: false),
            _ when isCode => new VendorException(System, first, $"Rescue answered {first}.", isRetryable: first is "ERROR" or "SERVER_ERROR"),
            _ => new VendorException(System, "bad-answer", "Rescue answered with a text that it does not write: a proxy or a login page in between?", isRetryable: true),
        };
    }

    private static bool IsPin(string pin) => pin.Length is >= 4 and <= 12 && pin.All(char.IsAsciiDigit);
}
