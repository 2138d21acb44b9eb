using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Checks <see cref="ServiceNowOptions"/> at start, all faults in one report.</summary>
internal sealed class ServiceNowOptionsValidator : IValidateOptions<ServiceNowOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceNowOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("ServiceNow:InstanceUrl", options.InstanceUrl) is { } fault)
            faults.Add(fault);
        Require(!string.IsNullOrWhiteSpace(options.ClientId), nameof(options.ClientId), "the client id of the OAuth application");
        Require(!string.IsNullOrWhiteSpace(options.ClientSecret), nameof(options.ClientSecret), "the secret of the OAuth application");
        Require(IsPlain(options.IntegrationUserName), nameof(options.IntegrationUserName), "the user_name of the user the OAuth application runs as");
        Require(!string.IsNullOrWhiteSpace(options.ResolutionCode), nameof(options.ResolutionCode), "a stored value of incident.close_code");
        Require(!string.IsNullOrWhiteSpace(options.ResolvedState), nameof(options.ResolvedState), "a stored value of incident.state");
        Require(!string.IsNullOrWhiteSpace(options.ReopenedState) && options.ReopenedState != options.ResolvedState && !options.ClosedStates.Contains(options.ReopenedState, StringComparer.Ordinal), nameof(options.ReopenedState), "a stored value of incident.state that means open");
        Require(!options.ClosedStates.Concat(options.OnHoldStates).Contains(options.ResolvedState, StringComparer.Ordinal), nameof(options.ResolvedState), "none of ServiceNow:ClosedStates and ServiceNow:OnHoldStates");
        Require(options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(5), nameof(options.Timeout), "1 second to 5 minutes");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                faults.Add($"ServiceNow:{setting} must be {wanted}.");
        }
    }

    /// <summary>A caret would end a condition of an encoded query.</summary>
    private static bool IsPlain(string text) => !string.IsNullOrWhiteSpace(text) && !text.Contains('^', StringComparison.Ordinal);
}
