using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>
/// An ECDSA P-256 key in a file that only its owner may read; signs over SHA-256 (DER form, as OpenSSL takes it). Whoever can read the file
/// can sign: on a machine of one's own that is the point; elsewhere the key belongs into a vault.
/// </summary>
internal sealed class LocalSigningKey : IDisposable
{
    private readonly ECDsa _key;

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="setting">The setting that names it.</param>
    /// <param name="lost">What is lost with the key, in one sentence.</param>
    /// <exception cref="VendorException">The file cannot be read or written, or holds no such key.</exception>
    public LocalSigningKey(string path, string setting, string lost)
    {
        var file = Path.GetFullPath(path);
        try
        {
            _key = File.Exists(file) ? Read(file) : Make(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new VendorException(
                "store", "signing-key", $"The key {file} cannot be used ({cause.GetType().Name}). Restore it, or change {setting}; {lost}", isRetryable: false, inner: cause);
        }

        KeyId = Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Lower-case hex SHA-256 of the public key.</summary>
    public string KeyId { get; }

    /// <summary>Signs the UTF-8 of a text; Base64.</summary>
    public string Sign(string text) => Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>True when the signature is that of this key for this text.</summary>
    public bool Verify(string keyId, string text, string signature)
    {
        var bytes = new byte[signature.Length];
        return string.Equals(keyId, KeyId, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature, bytes, out var count)
            && _key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, count), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();

    private static ECDsa Read(string file)
    {
        // A key that was copied here may be open to everybody; nobody but its owner is to read it.
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
