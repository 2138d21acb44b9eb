using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Signs checkpoints with a key that whoever can write to the store does not have.</summary>
public interface ICheckpointSigner
{
    /// <summary>Names the key; it is in each checkpoint. Lower-case hex SHA-256 of the public key, or the vendor's key id.</summary>
    string KeyId { get; }

    /// <summary>Signs the UTF-8 of a text.</summary>
    /// <returns>The signature in Base64.</returns>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    Task<string> SignAsync(string text, CancellationToken cancellation);

    /// <summary>True when the signature is that of the named key for this text; false also for a key it does not know.</summary>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation);

    /// <summary>Signs as <see cref="SignAsync"/> does, and says which version of the key did.</summary>
    /// <returns>The signature in Base64; the version is null for a key that has none.</returns>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    async Task<(string Signature, string? Version)> SignWithVersionAsync(string text, CancellationToken cancellation) => (await SignAsync(text, cancellation), null);

    /// <summary>True when the signature is that of the named key in a version; a signer whose keys have no versions does not ask for it.</summary>
    /// <param name="keyId">The key, as it is in the checkpoint.</param>
    /// <param name="version">The version, as it is beside the signature; null when there is none.</param>
    /// <param name="text">The signed text.</param>
    /// <param name="signature">Base64.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    Task<bool> VerifyVersionAsync(string keyId, string? version, string text, string signature, CancellationToken cancellation) => VerifyAsync(keyId, text, signature, cancellation);
}
