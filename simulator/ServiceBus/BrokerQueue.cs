namespace HelpDesk.Simulator.ServiceBus;

/// <summary>
/// State of one queue and its dead letters, without any protocol: send, lock, settle, expire. Every call is one step under one lock;
/// <see cref="Available"/> tells receivers that something may be taken.
/// </summary>
internal sealed class BrokerQueue(BrokerOptions options, TimeProvider time, BrokerQueue? deadLetters)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, BrokerMessage> _messages = [];
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>Something became available; raised outside the lock.</summary>
    public event EventHandler? Available;

    /// <summary>How many messages were accepted and dropped as duplicates.</summary>
    public int Duplicates { get; private set; }

    /// <summary>How many locks were renewed.</summary>
    public int Renewals { get; private set; }

    /// <summary>All messages, in their order.</summary>
    public IReadOnlyList<BrokerMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages.Values];
        }
    }

    /// <summary>Takes a message in. One whose id was seen within the window is accepted and dropped, as the real queue does.</summary>
    public void Send(BrokerMessage message)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var old in _seen.Where(pair => now - pair.Value > options.DuplicateWindow).Select(pair => pair.Key).ToList())
                _seen.Remove(old);
            if (deadLetters is not null && message.MessageId is { } id && !_seen.TryAdd(id, now))
            {
                Duplicates++;
                return;
            }

            message.SequenceNumber = ++_last;
            message.EnqueuedAt = now;
            message.ExpiresAt = deadLetters is null ? null : now + options.TimeToLive;
            _messages.Add(message.SequenceNumber, message);
        }

        Available?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Locks the next free message; null when there is none.</summary>
    public BrokerMessage? Take()
    {
        lock (_lock)
        {
            if (_messages.Values.FirstOrDefault(candidate => candidate.LockToken is null) is not { } message)
                return null;
            message.LockToken = Guid.NewGuid();
            message.LockedUntil = time.GetUtcNow() + options.LockDuration;
            return message;
        }
    }

    /// <summary>Ends a message that was worked on. False when the lock is lost.</summary>
    public bool Complete(Guid token) => Settle(token, static _ => false);

    /// <summary>Gives a message back without counting the delivery. False when the lock is lost.</summary>
    public bool Release(Guid token) => Settle(token, static _ => true);

    /// <summary>Gives a message back; its delivery counts. False when the lock is lost.</summary>
    public bool Abandon(Guid token) => Settle(token, message => Counted(message));

    /// <summary>Moves a message to the dead letters. False when the lock is lost.</summary>
    public bool DeadLetter(Guid token, string? reason, string? description) => Settle(token, message => Buried(message, reason, description));

    /// <summary>Holds a message longer; null when the lock is lost.</summary>
    public DateTimeOffset? Renew(Guid token)
    {
        lock (_lock)
        {
            if (Held(token) is not { } message)
                return null;
            Renewals++;
            return message.LockedUntil = time.GetUtcNow() + options.LockDuration;
        }
    }

    /// <summary>Messages from a place on, locked or not, without a lock.</summary>
    public IReadOnlyList<BrokerMessage> Peek(long from, int count)
    {
        lock (_lock)
            return [.. _messages.Values.Where(message => message.SequenceNumber >= from).Take(count)];
    }

    /// <summary>Frees what is locked for too long, and buries what is too old.</summary>
    public void Sweep()
    {
        var hasFreed = false;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var message in _messages.Values.ToList())
            {
                var isLost = message.LockToken is not null && message.LockedUntil <= now;
                var isOld = message.LockToken is null && message.ExpiresAt <= now;
                if (!isLost && !isOld)
                    continue;
                message.LockToken = null;
                hasFreed = true;
                if (!(isLost ? Counted(message) : Buried(message, "TTLExpiredException", "The message expired and was dead lettered.")))
                    _messages.Remove(message.SequenceNumber);
            }
        }

        if (hasFreed)
            Available?.Invoke(this, EventArgs.Empty);
    }

    private bool Settle(Guid token, Func<BrokerMessage, bool> isKept)
    {
        lock (_lock)
        {
            if (Held(token) is not { } message)
                return false;
            message.LockToken = null;
            if (!isKept(message))
                _messages.Remove(message.SequenceNumber);
        }

        Available?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private BrokerMessage? Held(Guid token) =>
        _messages.Values.FirstOrDefault(message => message.LockToken == token && message.LockedUntil > time.GetUtcNow());

    private bool Counted(BrokerMessage message)
    {
        message.DeliveryCount++;
        // Dead letters have no limit of deliveries: they stay until somebody takes them.
        return deadLetters is null || message.DeliveryCount < options.MaxDeliveryCount
            || Buried(message, "MaxDeliveryCountExceeded", $"Message could not be consumed after {options.MaxDeliveryCount} delivery attempts.");
    }

    private bool Buried(BrokerMessage message, string? reason, string? description)
    {
        if (deadLetters is null)
            return true;
        var letter = new BrokerMessage { MessageId = message.MessageId, Body = message.Body, ContentType = message.ContentType, DeliveryCount = message.DeliveryCount };
        foreach (var (name, value) in message.Properties)
            letter.Properties[name] = value;
        letter.Properties["DeadLetterReason"] = reason;
        letter.Properties["DeadLetterErrorDescription"] = description;
        deadLetters.Send(letter);
        return false;
    }
}
