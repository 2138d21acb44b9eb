using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Counts what one sender causes in a clock hour, so that two machines that answer each other, or one that floods, come to an end.</summary>
public sealed class SenderLimits(IRecordStore store, TimeProvider time)
{
    /// <summary>Counts one, once per key.</summary>
    /// <param name="what">What is counted.</param>
    /// <param name="sender">Who causes it.</param>
    /// <param name="key">What makes it one.</param>
    /// <param name="most">How many are allowed in an hour.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it is one too many.</returns>
    public async Task<bool> AllowsAsync(string what, string sender, string key, int most, CancellationToken cancellation)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"{what}|{time.GetUtcNow():yyyyMMddHH}|{AuditHash.Of(sender)}");
        var counted = await store.UpdateAsync<SenderUse>(
            Tables.Flags, Tenant.Partition("channel-use"), row,
            before => before is null ? new SenderUse([key]) : before.Keys.Contains(key, StringComparer.Ordinal) || before.Keys.Count >= most ? before : new SenderUse([.. before.Keys, key]),
            cancellation);
        return counted.Keys.Contains(key, StringComparer.Ordinal);
    }
}

/// <summary>What one sender caused in an hour.</summary>
/// <param name="Keys">Keys of what was counted.</param>
internal sealed record SenderUse(IReadOnlyList<string> Keys);
