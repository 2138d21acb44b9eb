using Azure.Core;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>Signs checkpoints with a key in Key Vault.</summary>
public sealed class KeyVaultCheckpointSigner(IHttpClientFactory clients, TokenCredential credential, IOptions<KeyVaultOptions> options, TimeProvider time) : ICheckpointSigner
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string ClientName = "keyvault";

    private KeyVaultSigningKey Key => new(clients, credential, options.Value.CheckpointKey, "KeyVault:CheckpointKey", time);

    /// <inheritdoc />
    public string KeyId => options.Value.CheckpointKey;

    /// <inheritdoc />
    public async Task<string> SignAsync(string text, CancellationToken cancellation) => (await Key.SignAsync(text, cancellation)).Signature;

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) =>
        string.Equals(keyId, KeyId, StringComparison.Ordinal) && await Key.VerifyAsync(null, text, signature, cancellation);

    /// <summary>Reads the public part of the key, for health: signs nothing.</summary>
    /// <exception cref="VendorException">The key cannot be had, or is disabled.</exception>
    internal Task LookAsync(CancellationToken cancellation) => Key.LookAsync(cancellation);
}
