using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>Signs decisions with a key in a file beside that of the checkpoints.</summary>
public sealed class LocalDecisionSigner : IDecisionSigner, IDisposable
{
    private readonly LocalSigningKey _key;

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <exception cref="VendorException">The file cannot be read or written, or holds no such key.</exception>
    public LocalDecisionSigner(string path) => _key = new LocalSigningKey(path, "DecisionKey:Path", "with a new key every approval that waits must be asked for again, and the kill switch must be put on and off once.");

    /// <inheritdoc />
    public string KeyId => _key.KeyId;

    /// <inheritdoc />
    public Task<string> SignAsync(string text, CancellationToken cancellation) => Task.FromResult(_key.Sign(text));

    /// <inheritdoc />
    public Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) => Task.FromResult(_key.Verify(keyId, text, signature));

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();
}
