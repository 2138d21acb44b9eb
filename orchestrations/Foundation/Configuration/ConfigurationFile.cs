using System.Security.Cryptography;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>A file as it was read, with the hash that plans and verdicts carry.</summary>
/// <param name="Name">As people name it: folder and file, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ConfigurationFile(string Name, byte[] Content)
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
