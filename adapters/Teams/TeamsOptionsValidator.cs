using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Teams;

/// <summary>Checks <see cref="TeamsOptions"/> at start. No verdict repeats the address: it is a secret.</summary>
internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    private static readonly string[] Retired = ["webhook.office.com", "outlook.office.com", "outlook.office365.com"];

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("Teams:WorkflowUrl", options.WorkflowUrl) is { } fault)
            faults.Add(fault);
        else if (IsRetired(new Uri(options.WorkflowUrl).IdnHost))
            faults.Add("Teams:WorkflowUrl is an Office 365 connector. Microsoft switched those off in May 2026: make a workflow from the template \"Send webhook alerts to a channel\" and use its address.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            faults.Add("Teams:Timeout must be 1 second to 5 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsRetired(string host) => Retired.Any(retired =>
        host.TrimEnd('.').Equals(retired, StringComparison.OrdinalIgnoreCase)
        || host.TrimEnd('.').EndsWith("." + retired, StringComparison.OrdinalIgnoreCase));
}
