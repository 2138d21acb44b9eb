using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamViewer;

/// <summary>Settings of TeamViewer, section <c>TeamViewer</c>. No section = no TeamViewer.</summary>
public sealed class TeamViewerOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "TeamViewer";

    /// <summary>Script token with the right to create, view and edit session codes, and nothing else. A secret. Required.</summary>
    public string Token { get; set; } = "";

    /// <summary>Group of the session codes; it is made when there is none. Default <c>HelpDesk</c>.</summary>
    public string GroupName { get; set; } = "HelpDesk";

    /// <summary>Address of the Web API. Default <c>https://webapi.teamviewer.com/api/v1/</c>.</summary>
    public string ApiUrl { get; set; } = "https://webapi.teamviewer.com/api/v1/";

    /// <summary>Time-out of one call. Default 10 s. 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="TeamViewerOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class TeamViewerOptionsValidator : IValidateOptions<TeamViewerOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamViewerOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("TeamViewer:ApiUrl", options.ApiUrl) is { } fault)
            faults.Add(fault);
        if (options.Token.Length == 0)
            faults.Add("TeamViewer:Token is missing: a script token that may create, view and edit session codes.");
        if (options.GroupName.Length is 0 or > 100)
            faults.Add("TeamViewer:GroupName must be a name of at most 100 characters.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(1))
            faults.Add("TeamViewer:Timeout must be 1 second to 1 minute.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
