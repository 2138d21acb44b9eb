using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>Checks <see cref="KeyVaultOptions"/> at start.</summary>
internal sealed class KeyVaultOptionsValidator : IValidateOptions<KeyVaultOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyVaultOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("KeyVault:CheckpointKey", options.CheckpointKey) is { } fault)
            faults.Add(fault);
        else if (new Uri(options.CheckpointKey).Segments is not ["/", "keys/", var key] || key.EndsWith('/'))
            faults.Add("KeyVault:CheckpointKey must be the address of a key without version, such as https://NAME.vault.azure.net/keys/audit-checkpoint.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(100))
            faults.Add("KeyVault:Timeout must be 1 to 100 seconds.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
