using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.HandOvers;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Makes passes and counts them.</summary>
public sealed class FakeMint(TimeProvider time) : IPassMint
{
    public const string Secret = "Qw7-Zebra-91";

    public int Made { get; private set; }

    public bool IsDown { get; set; }

    public Task<MintedPass> MintAsync(string userId, TimeSpan lifetime, CancellationToken cancellation)
    {
        if (IsDown)
            throw new VendorException("graph", "unavailable", "Graph does not answer.", isRetryable: true);
        Made++;
        return Task.FromResult(new MintedPass($"pass-{Made}", Secret, time.GetUtcNow() + lifetime, "request-1"));
    }

    public Task WithdrawAsync(string userId, string passId, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int> WithdrawSinceAsync(string userId, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);
}
