using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Checks <see cref="AzureOpenAIOptions"/> at start, all faults in one report.</summary>
internal sealed class AzureOpenAIOptionsValidator : IValidateOptions<AzureOpenAIOptions>
{
    private const int LongestDeployment = 64;
    private const int HighestPrice = 10_000;
    private const int LeastDimensions = 64;
    private const int MostDimensions = 3_072;

    public ValidateOptionsResult Validate(string? name, AzureOpenAIOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("AzureOpenAI:Endpoint", options.Endpoint) is { } fault)
            faults.Add(fault);
        if (options.Deployment.Length == 0 || !IsDeployment(options.Deployment))
            faults.Add("AzureOpenAI:Deployment must be the name of a deployment (letters, digits, '-', '_', '.').");
        if (!IsDeployment(options.EmbeddingDeployment))
            faults.Add("AzureOpenAI:EmbeddingDeployment must be the name of a deployment (letters, digits, '-', '_', '.'), or empty for none.");
        if (options.EmbeddingDimensions is not (0 or >= LeastDimensions and <= MostDimensions))
            faults.Add("AzureOpenAI:EmbeddingDimensions must be 64 to 3072, or 0 for what the model gives by itself.");
        if (options.ApiKey is not null && string.IsNullOrWhiteSpace(options.ApiKey))
            faults.Add("AzureOpenAI:ApiKey must be a key, or absent for the app's own identity.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
            faults.Add("AzureOpenAI:Timeout must be 1 second to 2 minutes.");
        if (options.InputPricePerMillionTokens is < 0 or > HighestPrice || options.OutputPricePerMillionTokens is < 0 or > HighestPrice)
            faults.Add("AzureOpenAI:InputPricePerMillionTokens and AzureOpenAI:OutputPricePerMillionTokens must be 0 to 10000.");
        if (options.PriceCurrency is not null && (options.PriceCurrency.Length != 3 || !options.PriceCurrency.All(char.IsAsciiLetterUpper)))
            faults.Add("AzureOpenAI:PriceCurrency must be a currency by ISO 4217 (EUR).");
        bool[] given = [options.InputPricePerMillionTokens is not null, options.OutputPricePerMillionTokens is not null, options.PriceCurrency is not null];
        if (given.Distinct().Count() > 1)
            faults.Add("AzureOpenAI:InputPricePerMillionTokens, AzureOpenAI:OutputPricePerMillionTokens and AzureOpenAI:PriceCurrency are set together, or none of them.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsDeployment(string name) => name.Length <= LongestDeployment && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
