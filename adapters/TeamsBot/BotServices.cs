using System.Collections.Concurrent;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>
/// Where the calls of a conversation go. Only hosts of Microsoft's bot service, and those of the settings, ever get the bot's token. The region of a
/// conversation is that of its newest checked activity; until there is one, the world-wide address is used, which every region takes.
/// </summary>
internal sealed class BotServices(TeamsBotOptions options)
{
    private const int MostKnown = 20_000;

    private static readonly string[] Hosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    private readonly ConcurrentDictionary<string, Uri> _known = new(StringComparer.Ordinal);

    /// <summary>Where conversations are begun.</summary>
    public Uri WorldWide => Endpoint.Base(options.ServiceUrl);

    /// <summary>True for an address that may get the bot's token.</summary>
    public bool IsAllowed(string address) =>
        Endpoint.Fault("", address) is null && new Uri(address) is { Query: "", Fragment: "" } uri
        && (Hosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase) || options.ServiceHosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase));

    /// <summary>Where a conversation is.</summary>
    public Uri Of(string conversationId) => _known.GetValueOrDefault(conversationId) ?? WorldWide;

    /// <summary>Remembers where a conversation is, by an activity that was checked.</summary>
    public void Remember(string conversationId, string serviceUrl)
    {
        if (!IsAllowed(serviceUrl))
            return;
        // Only a shortcut: without it the world-wide address is used.
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[conversationId] = Endpoint.Base(serviceUrl);
    }
}
