using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Counts what one sender causes in a clock hour, so that two machines that answer each other, or one that floods, come to an end.</summary>
public sealed class SenderLimits(IRecordStore store, IOptions<ChannelOptions> options, TimeProvider time)
{
    /// <summary>True when the sender may open one more ticket in this hour (<see cref="ChannelOptions.TicketsPerHour"/>).</summary>
    public Task<bool> AllowsTicketAsync(ReceivedMessage received, CancellationToken cancellation) => AllowsAsync("tickets", received, options.Value.TicketsPerHour, cancellation);

    /// <summary>True when the sender may be answered once more in this hour (<see cref="ChannelOptions.AnswersPerHour"/>).</summary>
    public Task<bool> AllowsAnswerAsync(ReceivedMessage received, CancellationToken cancellation) => AllowsAsync("answers", received, options.Value.AnswersPerHour, cancellation);

    private async Task<bool> AllowsAsync(string what, ReceivedMessage received, int most, CancellationToken cancellation)
    {
        var (key, sender) = (received.Key, SenderOf(received));
        var row = string.Create(CultureInfo.InvariantCulture, $"{what}|{time.GetUtcNow():yyyyMMddHH}|{AuditHash.Of(sender)}");
        var counted = await store.UpdateAsync<SenderUse>(
            Tables.Flags, Tenant.Partition("channel-use"), row,
            before => before is null ? new SenderUse([key]) : before.Keys.Contains(key, StringComparer.Ordinal) || before.Keys.Count >= most ? before : new SenderUse([.. before.Keys, key]),
            cancellation);
        return counted.Keys.Contains(key, StringComparer.Ordinal);
    }

    private static string SenderOf(ReceivedMessage received) =>
        received.Person?.Id ?? $"{received.Message.Channel}|{received.Message.Sender.PersonId ?? received.Message.Sender.AccountId ?? received.Message.Sender.Address ?? received.Message.Thread}";
}

/// <summary>What one sender caused in an hour.</summary>
/// <param name="Keys">Keys of what was counted.</param>
internal sealed record SenderUse(IReadOnlyList<string> Keys);
