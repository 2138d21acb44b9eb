using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A key that signs everything the same way.</summary>
public sealed class FixedSigner : ICheckpointSigner
{
    public string KeyId => "test-key";

    public Task<string> SignAsync(string text, CancellationToken cancellation) => Task.FromResult(Convert.ToBase64String(new byte[32]));

    public async Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) => signature == await SignAsync(text, cancellation);
}
