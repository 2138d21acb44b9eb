using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Mattermost;

/// <summary>Settings of Mattermost, section <c>Mattermost</c>. No section = no Mattermost.</summary>
public sealed class MattermostOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mattermost";

    /// <summary>Address of the server: <c>https://chat.example.com</c>. Required.</summary>
    public string Url { get; set; } = "";

    /// <summary>Token of the bot account. A secret. Required.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Token of the slash command, by which its requests are checked; it is sent with each of them. A secret. Required.</summary>
    public string CommandToken { get; set; } = "";

    /// <summary>Where the server reaches this product for buttons: its public address. Default: <c>HelpDesk:PublicUrl</c>.</summary>
    public string? CallbackUrl { get; set; }

    /// <summary>True when questions may be sent to people who did not write in Mattermost first. Default false.</summary>
    public bool Proactive { get; set; }

    /// <summary>Time-out of one call. Default 10 s. 1 s to 2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="MattermostOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class MattermostOptionsValidator : IValidateOptions<MattermostOptions>
{
    public ValidateOptionsResult Validate(string? name, MattermostOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("Mattermost:Url", options.Url) is { } fault)
            faults.Add(fault);
        if (options.CallbackUrl is { Length: > 0 } callback && Endpoint.Fault("Mattermost:CallbackUrl", callback) is { } wrong)
            faults.Add(wrong);
        if (options.BotToken.Length == 0)
            faults.Add("Mattermost:BotToken is missing: the access token of the bot account.");
        if (options.CommandToken.Length < 16)
            faults.Add("Mattermost:CommandToken is missing or too short: the token that Mattermost shows for the slash command.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
            faults.Add("Mattermost:Timeout must be 1 second to 2 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
