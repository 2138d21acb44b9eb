using Azure.Core;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>
/// Signs decisions with a key in Key Vault. A signature names the version of the key that made it, so that a decision from before a rotation stays
/// good as long as that version is enabled. One that names none is tried with the current version, then with every other.
/// </summary>
public sealed class KeyVaultDecisionSigner(IHttpClientFactory clients, TokenCredential credential, IOptions<KeyVaultOptions> options, TimeProvider time) : IDecisionSigner
{
    private const char Between = '.';

    private KeyVaultSigningKey Key => new(clients, credential, options.Value.DecisionKey, "KeyVault:DecisionKey", time);

    /// <inheritdoc />
    public string KeyId => options.Value.DecisionKey;

    /// <inheritdoc />
    public async Task<string> SignAsync(string text, CancellationToken cancellation)
    {
        var (signature, version) = await Key.SignAsync(text, cancellation);
        return $"{version}{Between}{signature}";
    }

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation)
    {
        // Nothing of Base64 is a dot: what has none names no version.
        var at = signature.IndexOf(Between, StringComparison.Ordinal);
        var given = signature[(at + 1)..];
        return string.Equals(keyId, KeyId, StringComparison.Ordinal) && at != 0
            && (at < 0 ? await Key.VerifyByAnyAsync(text, given, cancellation) : await Key.VerifyAsync(signature[..at], text, given, cancellation));
    }

    /// <summary>Reads the public part of the key, for health: signs nothing.</summary>
    /// <exception cref="VendorException">The key cannot be had, or is disabled.</exception>
    internal Task ProbeAsync(CancellationToken cancellation) => Key.ProbeAsync(cancellation);
}
