using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>Checks <see cref="KeyVaultOptions"/> at start.</summary>
internal sealed class KeyVaultOptionsValidator : IValidateOptions<KeyVaultOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyVaultOptions options)
    {
        var faults = new List<string>();
        AddFault(faults, "KeyVault:CheckpointKey", options.CheckpointKey, "audit-checkpoint");
        AddFault(faults, "KeyVault:DecisionKey", options.DecisionKey, "decision");
        if (faults.Count == 0 && string.Equals(options.CheckpointKey.TrimEnd('/'), options.DecisionKey.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            faults.Add("KeyVault:DecisionKey must name another key than KeyVault:CheckpointKey.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(100))
            faults.Add("KeyVault:Timeout must be 1 to 100 seconds.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddFault(List<string> faults, string setting, string value, string example)
    {
        if (Endpoint.Fault(setting, value) is { } fault)
            faults.Add(fault);
        else if (new Uri(value).Segments is not ["/", "keys/", var key] || key.EndsWith('/'))
            faults.Add($"{setting} must be the address of a key without version, such as https://NAME.vault.azure.net/keys/{example}.");
    }
}
