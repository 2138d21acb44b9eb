using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A key that is not in the record store: HMAC over a fixed key. One with another key is what a forger has.</summary>
public sealed class FixedDecisionSigner(byte key = 7) : IDecisionSigner
{
    private readonly byte[] _key = [.. Enumerable.Repeat(key, 32)];

    public string KeyId => "test-decision-key";

    public Task<string> SignAsync(string text, CancellationToken cancellation) => Task.FromResult(Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text))));

    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) =>
        keyId == KeyId && signature == await SignAsync(text, cancellation);
}
