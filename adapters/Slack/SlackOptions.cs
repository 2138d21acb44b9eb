using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Slack;

/// <summary>Settings of Slack, section <c>Slack</c>. No section = no Slack.</summary>
public sealed class SlackOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Slack";

    /// <summary>Token of the bot (<c>xoxb-...</c>) with the scopes chat:write, im:history, users:read and users:read.email. A secret. Required.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Signing secret of the app, by which its requests are checked. A secret. Required.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Id of the workspace (<c>T...</c>). What comes from another is not read. Required.</summary>
    public string TeamId { get; set; } = "";

    /// <summary>Address of the Web API. Default <c>https://slack.com/api/</c>.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>True when questions may be sent to people who did not write in Slack first. Default false.</summary>
    public bool Proactive { get; set; }

    /// <summary>Time-out of one call. Default 10 s. 1 s to 2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="SlackOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("Slack:ApiUrl", options.ApiUrl) is { } fault)
            faults.Add(fault);
        if (options.BotToken.Length == 0)
            faults.Add("Slack:BotToken is missing: the bot token of the Slack app (xoxb-...).");
        if (options.SigningSecret.Length < 16)
            faults.Add("Slack:SigningSecret is missing or too short: the signing secret of the Slack app.");
        if (options.TeamId.Length == 0)
            faults.Add("Slack:TeamId is missing: the id of the workspace (T...).");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
            faults.Add("Slack:Timeout must be 1 second to 2 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
