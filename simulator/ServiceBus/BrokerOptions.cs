namespace HelpDesk.Simulator.ServiceBus;

/// <summary>How the simulated queue behaves: the same settings that the Bicep module gives the real one.</summary>
public sealed class BrokerOptions
{
    /// <summary>Name of the one queue.</summary>
    public const string Queue = "tickets";

    /// <summary>AMQP port on 127.0.0.1. Default null: there is no broker. 0 takes any free one.</summary>
    public int? Port { get; set; }

    /// <summary>How long a delivery is locked. Default 1 min.</summary>
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Deliveries after which a message is a dead letter. Default 10.</summary>
    public int MaxDeliveryCount { get; set; } = 10;

    /// <summary>How long a message id is remembered as seen. Default 1 h.</summary>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Age at which a message is a dead letter. Default 14 days.</summary>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Largest message in bytes, as in the Standard tier. Default 262,144.</summary>
    public int MaxMessageSize { get; set; } = 256 * 1024;
}
