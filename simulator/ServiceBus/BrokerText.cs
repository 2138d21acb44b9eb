using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>Messages of the queue as messages of AMQP, both ways.</summary>
internal static class BrokerText
{
    /// <summary>Format of a transfer that holds several messages, each encoded as one data section.</summary>
    private const uint BatchFormat = 0x80013700;

    /// <summary>The messages of one transfer: one, or those of a batch.</summary>
    public static IReadOnlyList<BrokerMessage> Read(AmqpMessage transfer)
    {
        if (transfer.MessageFormat != BatchFormat)
            return [ReadOne(transfer)];
        var messages = new List<BrokerMessage>();
        foreach (var section in transfer.DataBody)
        {
            using var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new ArraySegment<byte>(Bytes(section))]), true);
            messages.Add(ReadOne(message));
        }

        return messages;
    }

    /// <summary>A message as it is delivered.</summary>
    public static AmqpMessage Write(BrokerMessage message)
    {
        var delivered = AmqpMessage.Create(new Data { Value = new ArraySegment<byte>(message.Body) });
        // On the wire the count is that of earlier deliveries.
        delivered.Header.DeliveryCount = (uint)message.DeliveryCount;
        delivered.Properties.MessageId = message.MessageId;
        delivered.Properties.ContentType = message.ContentType;
        foreach (var (name, value) in message.Properties)
            delivered.ApplicationProperties.Map[name] = value;
        delivered.MessageAnnotations.Map["x-opt-sequence-number"] = message.SequenceNumber;
        delivered.MessageAnnotations.Map["x-opt-enqueued-time"] = message.EnqueuedAt.UtcDateTime;
        if (message.LockToken is not null)
            delivered.MessageAnnotations.Map["x-opt-locked-until"] = message.LockedUntil.UtcDateTime;
        return delivered;
    }

    private static BrokerMessage ReadOne(AmqpMessage message)
    {
        // A section that was not sent is null here, whatever the annotations of the library say.
        var properties = message.Sections.HasFlag(SectionFlag.Properties) ? message.Properties : null;
        var read = new BrokerMessage
        {
            MessageId = properties?.MessageId?.ToString(),
            ContentType = properties?.ContentType.Value,
            Body = [.. (message.DataBody ?? []).SelectMany(Bytes)],
        };
        if (message.Sections.HasFlag(SectionFlag.ApplicationProperties))
        {
            foreach (var (key, value) in message.ApplicationProperties.Map)
                read.Properties[key.ToString()] = value;
        }

        return read;
    }

    private static byte[] Bytes(Data section) => section.Value switch
    {
        byte[] bytes => bytes,
        ArraySegment<byte> segment => segment.ToArray(),
        _ => [],
    };
}
