using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Checks <see cref="AzureOpenAIOptions"/> at start, all faults in one report.</summary>
internal sealed class AzureOpenAIOptionsValidator : IValidateOptions<AzureOpenAIOptions>
{
    private const int LongestDeployment = 64;

    public ValidateOptionsResult Validate(string? name, AzureOpenAIOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("AzureOpenAI:Endpoint", options.Endpoint) is { } fault)
            faults.Add(fault);
        if (options.Deployment.Length is 0 or > LongestDeployment || !options.Deployment.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            faults.Add("AzureOpenAI:Deployment must be the name of a deployment (letters, digits, '-', '_', '.').");
        if (options.ApiKey is not null && string.IsNullOrWhiteSpace(options.ApiKey))
            faults.Add("AzureOpenAI:ApiKey must be a key, or absent for the app's own identity.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
            faults.Add("AzureOpenAI:Timeout must be 1 second to 2 minutes.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
