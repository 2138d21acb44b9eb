using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>A link on which a client receives: it gets as many messages as it gave credit for, each under a lock that its outcome ends.</summary>
internal sealed class ReceiverLink
{
    private readonly SendingAmqpLink _link;
    private readonly BrokerQueue _queue;
    private readonly BrokerFaults _faults;
    private readonly Lock _lock = new();
    private long _credit;

    public ReceiverLink(SendingAmqpLink link, BrokerQueue queue, BrokerFaults faults)
    {
        (_link, _queue, _faults) = (link, queue, faults);
        queue.Available += OnAvailable;
        link.Closed += (_, _) => queue.Available -= OnAvailable;
        link.RegisterCreditListener(OnCredit);
        link.RegisterDispositionListener(OnOutcome);
    }

    private bool IsDeletedOnDelivery => _link.Settings.SettleType == SettleMode.SettleOnSend;

    private void OnAvailable(object? sender, EventArgs args) => Deliver();

    private void OnCredit(uint credit, bool drain, ArraySegment<byte> transaction)
    {
        lock (_lock)
            _credit += credit;
        Deliver();
        if (drain)
        {
            lock (_lock)
                _credit = 0;
        }
    }

    private void Deliver()
    {
        while (!_link.IsClosing())
        {
            BrokerMessage? message;
            lock (_lock)
            {
                message = _credit > 0 ? _queue.Take() : null;
                if (message is null)
                    return;
                _credit--;
            }

            var token = message.LockToken!.Value;
            _link.SendMessageNoWait(BrokerText.Write(message), new ArraySegment<byte>(token.ToByteArray()), AmqpConstants.NullBinary);
            if (IsDeletedOnDelivery)
                _queue.Complete(token);
        }
    }

    private void OnOutcome(Delivery delivery)
    {
        var token = new Guid(delivery.DeliveryTag);
        var isHeld = !_faults.TakeLockLost() && delivery.State switch
        {
            Accepted => _queue.Complete(token),
            Modified or Released => delivery.State is Released ? _queue.Release(token) : _queue.Abandon(token),
            Rejected rejected => _queue.DeadLetter(token, Info(rejected, "DeadLetterReason"), Info(rejected, "DeadLetterErrorDescription")),
            _ => true,
        };
        // A dead letter is confirmed as accepted: a rejection that comes back is an error to clients.
        _link.DisposeDelivery(delivery, settled: true, isHeld ? delivery.State is Rejected ? AmqpConstants.AcceptedOutcome : delivery.State : new Rejected
        {
            Error = new Error { Condition = "com.microsoft:message-lock-lost", Description = "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue." },
        });
    }

    private static string? Info(Rejected rejected, string name) =>
        rejected.Error?.Info is { } info && info.TryGetValue<string>(new AmqpSymbol(name), out var text) ? text : null;
}
