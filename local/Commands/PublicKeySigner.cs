using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Local.Commands;

/// <summary>Checks signatures of checkpoints with public keys that an auditor has; signs nothing.</summary>
internal sealed class PublicKeySigner : ICheckpointSigner, IDisposable
{
    private readonly List<ECDsa> _keys = [];

    /// <summary>Reads the keys (PEM, SubjectPublicKeyInfo).</summary>
    /// <exception cref="ArgumentException">A file holds no such key.</exception>
    /// <exception cref="CryptographicException">A file holds no such key.</exception>
    public PublicKeySigner(IEnumerable<FileInfo> files)
    {
        foreach (var file in files)
        {
            var key = ECDsa.Create();
            _keys.Add(key);
            key.ImportFromPem(File.ReadAllText(file.FullName));
        }
    }

    /// <inheritdoc />
    public string KeyId => "";

    /// <inheritdoc />
    public Task<string> SignAsync(string text, CancellationToken cancellation) => throw new NotSupportedException("A public key does not sign.");

    /// <summary>True when one of the keys signed it. The id in the checkpoint is the signer's own word and is not asked.</summary>
    public Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation)
    {
        var bytes = new byte[signature.Length];
        return Task.FromResult(
            Convert.TryFromBase64String(signature, bytes, out var count)
            && _keys.Exists(key => key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, count), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in _keys)
            key.Dispose();
    }
}
