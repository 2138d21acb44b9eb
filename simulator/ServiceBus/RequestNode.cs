using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>A node that answers requests: a request comes on one link, its answer goes out on the link of its reply address.</summary>
internal sealed class RequestNode(Func<AmqpMessage, AmqpMessage> answer)
{
    private readonly ConcurrentDictionary<string, SendingAmqpLink> _replies = new(StringComparer.Ordinal);

    /// <summary>Attaches a link of the pair.</summary>
    public void Attach(AmqpLink link)
    {
        if (link is ReceivingAmqpLink requests)
        {
            requests.RegisterMessageListener(Answer);
            requests.SetTotalLinkCredit(100, applyNow: true, updateAutoFlow: true);
            return;
        }

        var address = ((Target)link.Settings.Target).Address.ToString() ?? "";
        _replies[address] = (SendingAmqpLink)link;
        link.Closed += (_, _) => _replies.TryRemove(address, out SendingAmqpLink? _);
    }

    private void Answer(AmqpMessage request)
    {
        using (request)
        {
            request.Link.DisposeDelivery(request, settled: true, AmqpConstants.AcceptedOutcome);
            if (request.Properties.ReplyTo?.ToString() is not { } address || !_replies.TryGetValue(address, out var link))
                return;
            var reply = answer(request);
            reply.Properties.CorrelationId = request.Properties.MessageId;
            reply.Settled = true;
            link.SendMessageNoWait(reply, new ArraySegment<byte>(Guid.NewGuid().ToByteArray()), AmqpConstants.NullBinary);
        }
    }
}
