using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Makes passes and counts them.</summary>
public sealed class FakeMint(TimeProvider time) : ISecretSource
{
    public const string Secret = "Qw7-Zebra-91";

    public int Made { get; private set; }

    public bool IsDown { get; set; }

    public SecretKind Kind => SecretKind.TemporaryPass;

    public Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        if (IsDown)
            throw new VendorException("graph", "unavailable", "Graph does not answer.", isRetryable: true);
        Made++;
        return Task.FromResult(new HandedSecret($"pass-{Made}", [new SecretPart(null, Secret)], time.GetUtcNow() + request.Lifetime, "request-1"));
    }

    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);
}
