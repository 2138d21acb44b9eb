using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What is taken out of a webhook body: ids only. Everything else in it is a hint and is read again from the ticket system.</summary>
public sealed record WebhookReading
{
    private WebhookReading(WebhookReadingKind kind) => Kind = kind;

    /// <summary>What the body is.</summary>
    public WebhookReadingKind Kind { get; }

    /// <summary>The ticket; set when <see cref="Kind"/> is <see cref="WebhookReadingKind.Tells"/>.</summary>
    public TicketReference? Ticket { get; private init; }

    /// <summary>Created or changed.</summary>
    public TicketEventKind EventKind { get; private init; }

    /// <summary>What a duplicate of this very change is recognised by.</summary>
    public string? DeliveryId { get; private init; }

    /// <summary>When the sender says it sent it, UTC; null when the body has no such time.</summary>
    public DateTimeOffset? SentAt { get; private init; }

    /// <summary>Id of the requester as the sender says. Only turns follow from it; null when the sender does not say.</summary>
    public string? AskedBy { get; private init; }

    /// <summary>The field at fault, as a path (<c>issue.id</c>); set when malformed.</summary>
    public string? Field { get; private init; }

    /// <summary>Why it is ignored or malformed, in one sentence without any text of the body.</summary>
    public string? Reason { get; private init; }

    /// <summary>It tells of a ticket.</summary>
    public static WebhookReading Tells(TicketReference ticket, TicketEventKind kind, string deliveryId, DateTimeOffset? sentAt = null, string? askedBy = null) =>
        new(WebhookReadingKind.Tells) { Ticket = ticket, EventKind = kind, DeliveryId = deliveryId, SentAt = sentAt, AskedBy = askedBy };

    /// <summary>Nothing follows from it.</summary>
    public static WebhookReading Ignored(string reason, DateTimeOffset? sentAt = null) =>
        new(WebhookReadingKind.Ignored) { Reason = reason, SentAt = sentAt };

    /// <summary>It is not what the contract says.</summary>
    public static WebhookReading Malformed(string field, string reason) =>
        new(WebhookReadingKind.Malformed) { Field = field, Reason = reason };
}

/// <summary>What a webhook body turned out to be.</summary>
public enum WebhookReadingKind
{
    /// <summary>It tells of a ticket we care about.</summary>
    Tells,

    /// <summary>It is sound, but nothing follows from it (another event, another project, our own write).</summary>
    Ignored,

    /// <summary>It is not what the contract says; the field is named.</summary>
    Malformed,
}

/// <summary>A webhook body that is not what the contract says; <see cref="WebhookBody"/> catches it and returns a value.</summary>
/// <param name="field">The field at fault, as a path.</param>
/// <param name="reason">What it must be, without any text of the body.</param>
public sealed class WebhookFormatException(string field, string reason) : Exception(reason)
{
    /// <summary>The field at fault, as a path.</summary>
    public string Field { get; } = field;
}
