using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Says at start what is wrong with the settings.</summary>
internal sealed class EmbeddedTriageOptionsValidator : IValidateOptions<EmbeddedTriageOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, EmbeddedTriageOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ModelPath))
            faults.Add("EmbeddedTriage:ModelPath must name the file of the model; it need not exist.");
        if (string.IsNullOrWhiteSpace(options.CacheDirectory))
            faults.Add("EmbeddedTriage:CacheDirectory must name a folder.");
        if (options.LeastConfidence is not (>= 0 and <= 1))
            faults.Add("EmbeddedTriage:LeastConfidence must be from 0 to 1.");
        if (options.AmbiguityMargin is not (>= 0 and <= 1))
            faults.Add("EmbeddedTriage:AmbiguityMargin must be from 0 to 1.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
