using Azure.Core;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>
/// Signs checkpoints with a key in Key Vault. The checkpoint names the version that signed it, so that one from before a rotation is verified by
/// the version that made it; one that names none is tried with the current version, then with every other.
/// </summary>
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
    public async Task<(string Signature, string? Version)> SignWithVersionAsync(string text, CancellationToken cancellation)
    {
        var (signature, version) = await Key.SignAsync(text, cancellation);
        return (signature, version.Length == 0 ? null : version);
    }

    /// <summary>True when the signature is that of the key's current version for this text.</summary>
    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) => IsOurs(keyId) && await Key.VerifyAsync(null, text, signature, cancellation);

    /// <inheritdoc />
    public async Task<bool> VerifyVersionAsync(string keyId, string? version, string text, string signature, CancellationToken cancellation) =>
        IsOurs(keyId) && (version is null ? await Key.VerifyByAnyAsync(text, signature, cancellation) : await Key.VerifyAsync(version, text, signature, cancellation));

    /// <summary>Reads the public part of the key, for health: signs nothing.</summary>
    /// <exception cref="VendorException">The key cannot be had, or is disabled.</exception>
    internal Task ProbeAsync(CancellationToken cancellation) => Key.ProbeAsync(cancellation);

    private bool IsOurs(string keyId) => string.Equals(keyId, KeyId, StringComparison.Ordinal);
}
