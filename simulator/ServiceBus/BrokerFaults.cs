namespace HelpDesk.Simulator.ServiceBus;

/// <summary>What goes wrong at the simulated broker, switched while it runs.</summary>
public sealed class BrokerFaults
{
    /// <summary>Nothing answers: links and connections are closed and none is opened.</summary>
    public bool IsAway { get; set; }

    /// <summary>Senders are throttled: <c>com.microsoft:server-busy</c>, 50009.</summary>
    public bool IsBusy { get; set; }

    /// <summary>The queue takes nothing more: <c>amqp:resource-limit-exceeded</c>.</summary>
    public bool IsFull { get; set; }

    /// <summary>Tokens are refused, as without a role: <c>amqp:unauthorized-access</c>.</summary>
    public bool DeniesAccess { get; set; }

    /// <summary>The next this many settlements find their lock lost.</summary>
    public int LocksLost { get; set; }

    /// <summary>The next this many messages make the broker close the sender's link before it answers; the message is kept.</summary>
    public int LinksClosed { get; set; }

    /// <summary>Takes over other faults; open links see them at once.</summary>
    internal void Set(BrokerFaults others) =>
        (IsAway, IsBusy, IsFull, DeniesAccess, LocksLost, LinksClosed) = (others.IsAway, others.IsBusy, others.IsFull, others.DeniesAccess, others.LocksLost, others.LinksClosed);

    /// <summary>Takes one of a number of injected faults.</summary>
    internal bool TakeLockLost() => Take(LocksLost, left => LocksLost = left);

    /// <summary>Takes one of a number of injected faults.</summary>
    internal bool TakeLinkClosed() => Take(LinksClosed, left => LinksClosed = left);

    private static bool Take(int left, Action<int> keep)
    {
        if (left <= 0)
            return false;
        keep(left - 1);
        return true;
    }
}
