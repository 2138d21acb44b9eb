using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Signs what people decided with a key that whoever can write to the record store does not have. A decision without its signature is
/// no decision, whatever the store says.
/// </summary>
public interface IDecisionSigner
{
    /// <summary>Names the key; kept with each signature. Lower-case hex SHA-256 of the public key, or the vendor's key id.</summary>
    string KeyId { get; }

    /// <summary>Signs the UTF-8 of a text.</summary>
    /// <returns>The signature in Base64.</returns>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    Task<string> SignAsync(string text, CancellationToken cancellation);

    /// <summary>True when the signature is that of the named key for this text; false also for a key it does not know.</summary>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation);
}
