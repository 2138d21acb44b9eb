using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Checks <see cref="JiraOptions"/> at start, all faults in one report.</summary>
internal sealed class JiraOptionsValidator : IValidateOptions<JiraOptions>
{
    public ValidateOptionsResult Validate(string? name, JiraOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("Jira:SiteUrl", options.SiteUrl) is { } site)
            faults.Add(site);
        if (options.BrowseUrl is not null && Endpoint.Fault("Jira:BrowseUrl", options.BrowseUrl) is { } browse)
            faults.Add(browse);
        var basic = !string.IsNullOrWhiteSpace(options.Email) && !string.IsNullOrWhiteSpace(options.ApiToken);
        Require(basic != !string.IsNullOrWhiteSpace(options.BearerToken), "Email and Jira:ApiToken, or Jira:BearerToken", "set: one of the two, not both");
        Require(options.Projects.Count > 0 && options.Projects.All(IsKey), nameof(options.Projects), "keys of projects such as ITSD, at least one");
        var byField = options.Assignment != JiraAssignment.Assignee;
        Require(!byField || IsField(options.GroupField), nameof(options.GroupField), "the id of the field that holds the group (customfield_10050)");
        var byId = options.Assignment is JiraAssignment.Assignee or JiraAssignment.TeamField;
        Require(!byId || options.GroupIds.Count > 0, nameof(options.GroupIds), $"a list of group name to id for Jira:Assignment {options.Assignment}");
        Require(IsNumberOrNone(options.ServiceDeskId), nameof(options.ServiceDeskId), "the id of a service project, digits");
        Require(IsNumberOrNone(options.RequestTypeId), nameof(options.RequestTypeId), "the id of a request type, digits");
        Require(!string.IsNullOrWhiteSpace(options.Resolution), nameof(options.Resolution), "the name of a resolution");
        Require(options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(5), nameof(options.Timeout), "1 second to 5 minutes");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                faults.Add($"Jira:{setting} must be {wanted}.");
        }
    }

    private static bool IsNumberOrNone(string? text) => string.IsNullOrEmpty(text) || (text.Length <= 18 && text.All(char.IsAsciiDigit));

    private static bool IsKey(string text) =>
        text.Length is > 1 and <= 50 && char.IsAsciiLetterUpper(text[0]) && text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsField(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
