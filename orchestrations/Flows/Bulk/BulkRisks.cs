using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>
/// What is held against the accounts on lists. One account is one request of a class that allows one a second, which 500 people would wait
/// for; so all accounts at risk are read together and believed for a minute.
/// </summary>
public sealed class BulkRisks(IDirectory directory, TimeProvider time) : IDisposable
{
    // As old as what policy reads may be when an account is looked at by itself: a request that waited for its turn.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, IReadOnlyDictionary<string, AccountRisk>? Risks)? _read;

    /// <summary>What is held against an account; unknown where the organisation cannot see it.</summary>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    public async Task<AccountRisk> OfAsync(PersonId personId, CancellationToken cancellation)
    {
        await WorkSlot.WhileWaitingAsync(_one.WaitAsync(cancellation));
        try
        {
            var now = time.GetUtcNow();
            if (_read is not { } read || now - read.At >= Believed)
                _read = read = (now, await directory.GetRisksAsync(cancellation));
            return read.Risks is null ? AccountRisk.Unknown : read.Risks.GetValueOrDefault(personId, AccountRisk.None);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();
}
