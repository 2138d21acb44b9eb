using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Takes a ticket in: inbox row, then queue, then the answer. A crash between the two loses nothing: the sender repeats and the
/// duplicate is queued again, or <see cref="InboxRecovery"/> does it. Nothing slow happens here and nothing is decided.
/// </summary>
public sealed class TicketIntake(Inbox inbox, ITicketQueue queue, TimeProvider time, IntakeTelemetry telemetry, ILogger<TicketIntake> log)
{
    /// <summary>How far a sender's clock may run ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Takes in what was read from a webhook.</summary>
    /// <param name="system">The ticket system it came from, for the figures.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="maxAge">How old <see cref="WebhookReading.SentAt"/> may be.</param>
    /// <param name="trace">Trace of the request (<see cref="TraceText"/>); null when there is none.</param>
    /// <param name="cancellation">Stops the call before the inbox row is written.</param>
    /// <exception cref="VendorException">Store or queue cannot be reached: the sender must repeat.</exception>
    public async Task<IntakeAnswer> ReceiveAsync(string system, WebhookReading reading, TimeSpan maxAge, string? trace, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var answer = reading switch
        {
            { Kind: WebhookReadingKind.Malformed } => new IntakeAnswer(IntakeOutcome.Malformed, Field: reading.Field, Reason: reading.Reason),
            { SentAt: { } sentAt } when now - sentAt > maxAge || sentAt - now > ClockSkew => new IntakeAnswer(IntakeOutcome.Stale),
            { Kind: WebhookReadingKind.Ignored } => new IntakeAnswer(IntakeOutcome.Ignored, Reason: reading.Reason),
            _ => null,
        };
        if (answer is null)
            return await AcceptAsync(
                new QueuedTicket(reading.Ticket!, reading.EventKind, reading.DeliveryId!, now, TraceText.ParentOf(trace), TraceText.StateOf(trace), ShareOf(reading)), cancellation);
        telemetry.Counted(system, answer.Outcome);
        return answer;
    }

    // With the system's id: two systems may number their people alike. An odd id is no share; the ticket is worked on all the same.
    private static string? ShareOf(WebhookReading reading) =>
        reading.AskedBy is { } id && DeliveryIds.IsPlain(id) && $"{reading.Ticket!.System}:{id}" is { Length: <= WorkShare.Longest } share ? share : null;

    /// <summary>True when the creation of that ticket came in before.</summary>
    public Task<bool> KnowsAsync(TicketReference ticket, CancellationToken cancellation) => inbox.KnowsAsync(ticket, cancellation);

    /// <summary>When the first message of a ticket system since a moment came in, UTC; null when none did.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<DateTimeOffset?> FirstSinceAsync(string system, DateTimeOffset since, CancellationToken cancellation)
    {
        await foreach (var entry in inbox.SinceAsync(system, since, cancellation))
        {
            if (entry.Message is { } message)
                return message.ReceivedAt;
        }

        return null;
    }

    /// <summary>Takes in a ticket that was found in another way than by the webhook of its creation; one that came in before is not started again.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="deliveryId">How it was found.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store or queue cannot be reached.</exception>
    public Task<IntakeAnswer> OpenAsync(TicketReference ticket, string deliveryId, CancellationToken cancellation) =>
        AcceptAsync(new QueuedTicket(ticket, TicketEventKind.Created, deliveryId, time.GetUtcNow(), null), cancellation);

    /// <summary>True when this very event came in before, or the creation of its ticket did: an old one is then nothing new, but a copy.</summary>
    public Task<bool> KnowsAsync(WebhookReading reading, CancellationToken cancellation) =>
        reading.Ticket is { } ticket ? inbox.KnowsAsync(ticket, reading.EventKind, reading.DeliveryId!, cancellation) : Task.FromResult(false);

    /// <summary>Queues a message again that was kept and whose workflow never started.</summary>
    /// <exception cref="VendorException">The queue cannot be reached.</exception>
    public async Task QueueAgainAsync(QueuedTicket kept, CancellationToken cancellation)
    {
        await queue.EnqueueAsync(kept, isAgain: true, cancellation);
        log.Recovered(kept.Ticket.CaseId);
    }

    /// <summary>Keeps a message and queues it.</summary>
    /// <exception cref="VendorException">Store or queue cannot be reached.</exception>
    public async Task<IntakeAnswer> AcceptAsync(QueuedTicket message, CancellationToken cancellation)
    {
        // A ticket that came by no webhook has a trace too, from here on.
        using var span = message.TraceParent is null ? ProductSpans.Begin("accept ticket", message.Ticket.CaseId) : null;
        if (TraceText.Of(span) is { } trace)
            message = message with { TraceParent = TraceText.ParentOf(trace), TraceState = TraceText.StateOf(trace) };
        var (kept, isNew) = await inbox.KeepAsync(message, cancellation);
        await queue.EnqueueAsync(kept, isAgain: !isNew, cancellation);
        var outcome = isNew ? IntakeOutcome.Accepted : IntakeOutcome.Duplicate;
        log.Received(kept.Ticket.CaseId, kept.Kind, outcome);
        telemetry.Counted(kept.Ticket.System, outcome);
        // A change may be about a ticket that gets no case (old and closed, or gone): only a case that comes is named.
        var comes = kept.Kind == TicketEventKind.Created || await inbox.KnowsAsync(kept.Ticket, cancellation);
        return new IntakeAnswer(outcome, comes ? kept.Ticket.CaseId : null);
    }
}

/// <summary>Starts the workflow that a message of the queue asks for. Intake ends here; what follows is a flow's matter.</summary>
public interface ITicketStarter
{
    /// <summary>Starts what the message asks for, durably; the same message twice is one start.</summary>
    /// <returns>True when this call started it, false when it was started before.</returns>
    Task<bool> StartAsync(QueuedTicket message, CancellationToken cancellation);
}

/// <summary>The durable queue between intake and workflows (Service Bus; the embedded engine itself on one machine).</summary>
public interface ITicketQueue
{
    /// <summary>Returns when the message is durable. The same message twice is one start.</summary>
    /// <param name="message">What is to be started.</param>
    /// <param name="isAgain">True when it was sent before: a queue that drops what it has seen must not drop this, because the first may have been given up.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">It could not be kept; the webhook is then answered with 503.</exception>
    Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation);
}
