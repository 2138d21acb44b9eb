using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Makes passes and remembers which are valid.</summary>
public sealed class FakeMint(TimeProvider time, List<string> trace) : ISecretSource
{
    public const string Secret = "TAP-5ecret!";

    private readonly Lock _lock = new();
    private readonly List<(string Id, DateTimeOffset At)> _valid = [];
    private int _made;

    public int Made => _made;

    public int Valid => _valid.Count;

    /// <summary>Fault of the next call, before or after the pass was made.</summary>
    public (bool AfterEffect, VendorException Fault)? NextFault { get; set; }

    public SecretKind Kind => SecretKind.TemporaryPass;

    public Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
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
            lock (trace)
                trace.Add("effect mint");
            return fault is { } late ? throw late.Fault : Task.FromResult(new HandedSecret(id, [new SecretPart(null, Secret)], time.GetUtcNow() + request.Lifetime, "request-3"));
        }
    }

    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(_valid.RemoveAll(pass => pass.At >= since));
    }
}
