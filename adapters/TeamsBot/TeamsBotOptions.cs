using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>Settings of the Teams bot, section <c>TeamsBot</c>. Without <see cref="AppId"/> there is no bot.</summary>
public sealed class TeamsBotOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "TeamsBot";

    /// <summary>Application (client) id of the Azure Bot: of its app registration, or of its user-assigned managed identity. Required.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Secret of the app registration. Default none: <see cref="ManagedIdentityClientId"/> is used.</summary>
    public string? AppPassword { get; set; }

    /// <summary>
    /// Client id of a user-assigned managed identity, instead of a secret. The same as <see cref="AppId"/> where the bot is that identity; another one
    /// vouches for the app registration as its federated credential. Default none.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Entra tenant whose people may write to the bot; everyone else is refused. Default that of <c>Graph:TenantId</c>; required.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the bot's token comes from. Default https://login.microsoftonline.com.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>OpenID configuration of the Bot Framework, with the keys that sign its calls. Default https://login.botframework.com/v1/.well-known/openidconfiguration.</summary>
    public string KeysUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where a conversation is begun with who did not write yet. Default https://smba.trafficmanager.net/teams/; in GCC https://smba.infra.gcc.teams.microsoft.com/teams/.</summary>
    public string ServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>Further hosts that may get the bot's token beside Microsoft's own. Default none; for a stand-in on this machine.</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Longest one call may take, 1 second to 1 minute. Default 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Checks <see cref="TeamsBotOptions"/> at start, all faults in one report. No verdict repeats a secret.</summary>
internal sealed class TeamsBotOptionsValidator : IValidateOptions<TeamsBotOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsBotOptions options)
    {
        var faults = new List<string>();
        Require(Guid.TryParse(options.AppId, out _), nameof(options.AppId), "the application id of the Azure Bot");
        Require(Guid.TryParse(options.TenantId, out _), nameof(options.TenantId), "the id of the Entra tenant (or Graph:TenantId)");
        var hasSecret = !string.IsNullOrWhiteSpace(options.AppPassword);
        var hasIdentity = !string.IsNullOrWhiteSpace(options.ManagedIdentityClientId);
        if (hasSecret == hasIdentity)
            faults.Add("TeamsBot:AppPassword or TeamsBot:ManagedIdentityClientId must be set: one of the two, not both.");
        Require(!hasIdentity || Guid.TryParse(options.ManagedIdentityClientId, out _), nameof(options.ManagedIdentityClientId), "the client id of a user-assigned managed identity");
        foreach (var (setting, address) in new[] { (nameof(options.LoginUrl), options.LoginUrl), (nameof(options.KeysUrl), options.KeysUrl), (nameof(options.ServiceUrl), options.ServiceUrl) })
        {
            if (Endpoint.Fault($"TeamsBot:{setting}", address) is { } fault)
                faults.Add(fault);
        }

        Require(options.ServiceHosts.All(static host => host.Length == 0 || Uri.CheckHostName(host) != UriHostNameType.Unknown), nameof(options.ServiceHosts), "names of hosts, without https://");
        if (Endpoint.Fault("", options.ServiceUrl) is null && !new BotServices(options).IsAllowed(options.ServiceUrl))
            faults.Add("TeamsBot:ServiceUrl must be at a host of Microsoft's bot service, or of TeamsBot:ServiceHosts.");
        Require(options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(1), nameof(options.Timeout), "1 second to 1 minute");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                faults.Add($"TeamsBot:{setting} must be {wanted}.");
        }
    }
}
