using System.Globalization;
using HelpDesk.Orchestrations.HandOvers;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Makes passes and remembers which are valid.</summary>
public sealed class FakeMint(TimeProvider time, List<string> trace) : IPassMint
{
    public const string Secret = "TAP-5ecret!";

    private readonly Lock _lock = new();
    private readonly List<(string Id, DateTimeOffset At)> _valid = [];
    private int _made;

    public int Made => _made;

    public int Valid => _valid.Count;

    /// <summary>Fault of the next call, before or after the pass was made.</summary>
    public (bool AfterEffect, VendorException Fault)? NextFault { get; set; }

    public Task<MintedPass> MintAsync(string userId, TimeSpan lifetime, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var fault = NextFault;
            NextFault = null;
            if (fault is { AfterEffect: false })
                throw fault.Value.Fault;
            var id = (++_made).ToString(CultureInfo.InvariantCulture);
            _valid.Clear();
            _valid.Add((id, time.GetUtcNow()));
            trace.Add("effect mint");
            return fault is { } late ? throw late.Fault : Task.FromResult(new MintedPass(id, Secret, time.GetUtcNow() + lifetime, "request-3"));
        }
    }

    public Task WithdrawAsync(string userId, string passId, CancellationToken cancellation)
    {
        _valid.RemoveAll(pass => pass.Id == passId);
        return Task.CompletedTask;
    }

    public Task<int> WithdrawSinceAsync(string userId, DateTimeOffset since, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(_valid.RemoveAll(pass => pass.At >= since));
    }
}
