namespace HelpDesk.Simulator.ServiceBus;

/// <summary>One message of a simulated queue. Changed only by its <see cref="BrokerQueue"/>, under its lock.</summary>
internal sealed class BrokerMessage
{
    /// <summary>The sender's id, by which duplicates are found; null when the sender gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The body, as it was sent.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Media type of the body; null when the sender gave none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The sender's properties; for a dead letter also its reason and description.</summary>
    public Dictionary<string, object?> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Its place in the queue, from 1.</summary>
    public long SequenceNumber { get; set; }

    /// <summary>When it came in, UTC.</summary>
    public DateTimeOffset EnqueuedAt { get; set; }

    /// <summary>When it goes to the dead letters if nobody took it; null never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>How often a lock on it ended without completion.</summary>
    public int DeliveryCount { get; set; }

    /// <summary>Who holds it now; null when it is free.</summary>
    public Guid? LockToken { get; set; }

    /// <summary>Until when that lock holds, UTC.</summary>
    public DateTimeOffset LockedUntil { get; set; }
}
