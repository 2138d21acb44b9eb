namespace HelpDesk.Simulator.Tickets.Webhooks;

/// <summary>What goes wrong with webhooks. All off by default.</summary>
public sealed record WebhookSwitches
{
    /// <summary>True: every webhook is sent twice, as after an answer that got lost.</summary>
    public bool Duplicate { get; init; }

    /// <summary>True: no webhook is sent, as when the network between the two is down.</summary>
    public bool Lose { get; init; }

    /// <summary>True: each webhook waits for the next one and is sent after it, as asynchronous business rules do.</summary>
    public bool Reorder { get; init; }
}
