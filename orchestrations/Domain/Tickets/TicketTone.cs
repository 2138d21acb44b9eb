namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>
/// How the requester sounds and how soon they need help, by the words of the ticket. It orders what waits for people, shortens questions and brings a person
/// sooner. No plan and no policy reads it, so nothing becomes automatic by it.
/// </summary>
/// <param name="Mood">How they sound. Default calm.</param>
/// <param name="Urgency">How soon they need help. Default normal.</param>
public sealed record TicketTone(TicketMood Mood = TicketMood.Calm, TicketUrgency Urgency = TicketUrgency.Normal)
{
    /// <summary>True for an angry requester, and for one who cannot wait.</summary>
    public bool IsPressing => Mood == TicketMood.Angry || Urgency == TicketUrgency.Urgent;

    /// <summary>In words for people: <c>angry, urgent</c>; null when there is nothing to say.</summary>
    public string? Words => (Mood, Urgency) switch
    {
        (TicketMood.Calm, TicketUrgency.Normal) => null,
        (TicketMood.Calm, var urgency) => urgency.ToString().ToLowerInvariant(),
        (var mood, TicketUrgency.Normal) => mood.ToString().ToLowerInvariant(),
        var (mood, urgency) => $"{mood.ToString().ToLowerInvariant()}, {urgency.ToString().ToLowerInvariant()}",
    };

    /// <summary>The stronger of two readings of the same ticket, each scale by itself.</summary>
    public TicketTone With(TicketTone? other) => other is null ? this : new TicketTone(Mood > other.Mood ? Mood : other.Mood, Urgency > other.Urgency ? Urgency : other.Urgency);
}

/// <summary>How a requester sounds. The names are in records and in the model's schema: never change them.</summary>
public enum TicketMood
{
    /// <summary>Nothing of the kind.</summary>
    Calm,

    /// <summary>Impatient or disappointed.</summary>
    Annoyed,

    /// <summary>Angry, or about to complain elsewhere.</summary>
    Angry,
}

/// <summary>How soon a requester needs help. The names are in records and in the model's schema: never change them.</summary>
public enum TicketUrgency
{
    /// <summary>As usual.</summary>
    Normal,

    /// <summary>Today.</summary>
    Soon,

    /// <summary>At once: they cannot work, or something is about to begin.</summary>
    Urgent,
}
