using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>An archive in memory, with a switch that makes it unreachable.</summary>
public sealed class MemoryArchive : ICheckpointArchive
{
    public Dictionary<long, string> Copies { get; } = [];

    public bool IsDown { get; set; }

    public string Name { get; set; } = "memory";

    public Task<bool> AddAsync(long number, string copy, CancellationToken cancellation)
    {
        if (IsDown)
            throw new VendorException("checkpoint-archive", "503", "The archive is busy.", isRetryable: true);
        return Task.FromResult(Copies.TryAdd(number, copy) || Copies[number] == copy);
    }
}
