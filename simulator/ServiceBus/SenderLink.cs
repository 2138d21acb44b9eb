using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>A link on which a client sends: what is kept is accepted, and a fault is an outcome with its condition.</summary>
internal sealed class SenderLink
{
    private readonly ReceivingAmqpLink _link;
    private readonly BrokerQueue _queue;
    private readonly BrokerFaults _faults;

    public SenderLink(ReceivingAmqpLink link, BrokerQueue queue, BrokerFaults faults)
    {
        (_link, _queue, _faults) = (link, queue, faults);
        link.RegisterMessageListener(Keep);
        link.SetTotalLinkCredit(1_000, applyNow: true, updateAutoFlow: true);
    }

    private void Keep(AmqpMessage transfer)
    {
        if (_faults.IsBusy)
        {
            Reject(transfer, "com.microsoft:server-busy", "The request was terminated because the namespace is being throttled. Error code: 50009. Please wait 10 seconds and try again.");
        }
        else if (_faults.IsFull)
        {
            Reject(transfer, "amqp:resource-limit-exceeded", "The maximum entity size has been reached or exceeded for Queue: 'tickets'.");
        }
        else
        {
            foreach (var message in BrokerText.Read(transfer))
                _queue.Send(message);
            if (_faults.TakeLinkClosed())
                _link.SafeClose(new AmqpException(new Error { Condition = "amqp:link:detach-forced", Description = "The link was closed by the broker." }));
            else
                _link.AcceptMessage(transfer, settled: true, batchable: false);
        }
    }

    private void Reject(AmqpMessage transfer, string condition, string description) =>
        _link.DisposeMessage(transfer, new Rejected { Error = new Error { Condition = new AmqpSymbol(condition), Description = description } }, settled: true, batchable: false);
}
