using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>
/// Signs checkpoints with ECDSA P-256 over SHA-256 (DER form, as OpenSSL takes it). Whoever can read the key file can sign: on a
/// machine of one's own that is the point; elsewhere the key belongs into a vault.
/// </summary>
public sealed class LocalCheckpointSigner : ICheckpointSigner, IDisposable
{
    private readonly ECDsa _key;

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <exception cref="VendorException">The file cannot be read or written, or holds no such key.</exception>
    public LocalCheckpointSigner(string path)
    {
        var file = Path.GetFullPath(path);
        try
        {
            _key = File.Exists(file) ? Read(file) : Make(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new VendorException(
                "store", "checkpoint-key", $"The checkpoint key {file} cannot be used ({cause.GetType().Name}). Restore it, or change CheckpointKey:Path; a new key cannot confirm old checkpoints.",
                isRetryable: false, inner: cause);
        }

        KeyId = Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
    }

    /// <inheritdoc />
    public string KeyId { get; }

    /// <inheritdoc />
    public Task<string> SignAsync(string text, CancellationToken cancellation) => Task.FromResult(Convert.ToBase64String(
        _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));

    /// <inheritdoc />
    public Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation)
    {
        var bytes = new byte[signature.Length];
        return Task.FromResult(
            string.Equals(keyId, KeyId, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature, bytes, out var count)
            && _key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, count), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();

    private static ECDsa Read(string file)
    {
        PrivateFile.Protect(file);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    private static ECDsa Make(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.Folder(Path.GetDirectoryName(file)!);
        using (var writer = PrivateFile.Text(file, FileMode.CreateNew))
            writer.Write(key.ExportPkcs8PrivateKeyPem() + "\n");
        using (var writer = PrivateFile.Text(file + ".pub"))
            writer.Write(key.ExportSubjectPublicKeyInfoPem() + "\n");
        return key;
    }
}
