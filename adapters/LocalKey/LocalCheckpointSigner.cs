using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>Signs checkpoints with a key in a file.</summary>
public sealed class LocalCheckpointSigner : ICheckpointSigner, IDisposable
{
    private readonly LocalSigningKey _key;

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <exception cref="VendorException">The file cannot be read or written, or holds no such key.</exception>
    public LocalCheckpointSigner(string path) => _key = new LocalSigningKey(path, "CheckpointKey:Path", "a new key cannot confirm old checkpoints.");

    /// <inheritdoc />
    public string KeyId => _key.KeyId;

    /// <inheritdoc />
    public Task<string> SignAsync(string text, CancellationToken cancellation) => Task.FromResult(_key.Sign(text));

    /// <inheritdoc />
    public Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) => Task.FromResult(_key.Verify(keyId, text, signature));

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();
}
